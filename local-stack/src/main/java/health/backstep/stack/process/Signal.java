package health.backstep.stack.process;

/**
 * The signals that the stack sends. PostgreSQL reads INT as: end now, in order, and QUIT as: end
 * now, and recover at the next start. STOP holds a process still until CONT.
 */
public enum Signal {
  INT,
  TERM,
  QUIT,
  KILL,
  STOP,
  CONT
}
