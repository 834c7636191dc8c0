package health.backstep.session.workout;

/** The part of a routine that an exercise belongs to (PL-ORDER), in the order of doing. */
public enum Block {
  WARM_UP,
  ACTIVATION,
  STRENGTH,
  CARDIO,
  COOL_DOWN
}
