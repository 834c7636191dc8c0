package health.backstep.stack.operation;

/** What a person did by command. */
public enum Act {
  /** Read the payload of a dead letter, which may hold health data. */
  SHOW_PAYLOAD,
  /** Gave a dead letter to its consumer once more. */
  REPLAY,
  /** Put a dead letter aside for good. */
  DISCARD,
  /** Had a topic sent again from the outbox. */
  REBUILD,
  /** Brought the databases back from a backup. */
  RESTORE
}
