package health.backstep.backbone.inbox;

/** What became of an event that was taken in. */
public enum InboxOutcome {
  /** A handler applied it. */
  APPLIED,
  /** No handler is interested in its type. */
  IGNORED,
  /**
   * It could not be applied and waits in the dead-letter topic; the patient's later events went on.
   */
  DEAD_LETTERED
}
