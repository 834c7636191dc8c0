package health.backstep.session.pain;

/** The kind of record that a pain reading or a flare report comes from. */
public enum Origin {
  SESSION,
  CHECK_IN,
  SELF_REPORT
}
