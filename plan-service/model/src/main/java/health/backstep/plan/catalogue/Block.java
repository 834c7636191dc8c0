package health.backstep.plan.catalogue;

/** The parts of a routine, in the order in which they are done (PL-ORDER). */
public enum Block {
  WARM_UP,
  ACTIVATION,
  STRENGTH,
  CARDIO,
  COOL_DOWN
}
