package health.backstep.session.reading;

/** How a record is read. */
public enum Outcome {
  /** Nothing speaks against going on. */
  GREEN,
  /** Acceptable pain or soreness: hold. */
  AMBER,
  FLARE
}
