package health.backstep.backbone.inbox;

/** What is to be done after a record. */
enum Then {
  NOTHING,
  /** The stream's next event came early and is parked: it is its turn now. */
  PARKED_IS_NEXT,
  /** Nothing was done with the record, because a parked event has its turn before it. */
  PARKED_COMES_FIRST
}
