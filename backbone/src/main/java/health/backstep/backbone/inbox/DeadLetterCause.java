package health.backstep.backbone.inbox;

/** Why a record was put aside, as a code that does not change. */
public enum DeadLetterCause {
  /** A CloudEvents header is missing or malformed, or the key is not the subject. */
  HEADER_UNREADABLE,
  /** The payload does not fit its type, or what is known already. */
  PAYLOAD_UNREADABLE,
  /** It was tried several times and failed for a reason of its own. */
  HANDLING_FAILED,
  /** Its sequence was taken in with another id, or its id with another sequence. */
  SEQUENCE_CONFLICT,
  /** Its sequence is further ahead of the last one than can be true. */
  SEQUENCE_TOO_FAR_AHEAD,
  /** The patient's events came first from another tenant. */
  FOREIGN_TENANT,
  /** It is larger than any event. */
  TOO_LARGE;

  /** Whether the record had its turn, so that its number is passed and later events go on. */
  boolean isOfAnEventWhoseTurnItWas() {
    return this == PAYLOAD_UNREADABLE || this == HANDLING_FAILED || this == TOO_LARGE;
  }

  /** Whether nothing in the record can be believed, not even whose it is. */
  boolean isOfNobody() {
    return this == HEADER_UNREADABLE || this == FOREIGN_TENANT;
  }
}
