package health.backstep.backbone.inbox;

/** What noting an event as taken in showed. */
enum Noted {
  /** The same id was taken in before; nothing was noted. */
  ID_KNOWN,
  /** It is the stream's latest. */
  LATEST,
  /** It is the stream's latest, and its successor came early and is parked. */
  SUCCESSOR_PARKED
}
