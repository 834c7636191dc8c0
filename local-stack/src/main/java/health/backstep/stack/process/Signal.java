package health.backstep.stack.process;

/** The signals that the stack sends. PostgreSQL reads INT as: end now, in order. */
public enum Signal {
  INT,
  TERM,
  KILL
}
