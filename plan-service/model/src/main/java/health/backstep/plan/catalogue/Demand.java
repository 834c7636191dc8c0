package health.backstep.plan.catalogue;

/**
 * How much an exercise asks of the back and the body at its first level, the least first. It
 * follows from the kind of work, the load and the posture, and is reviewed with the exercise: along
 * a ladder it never falls, and what takes the place of an exercise that hurt is never more
 * demanding (RG-MODERATE).
 */
public enum Demand {
  /** The body lies or leans, and nothing works. */
  RESTING,
  /** Small, supported movement or a light tension. */
  EASY,
  /** The weight of an arm or a leg, or upright without load. */
  LIGHT,
  /** A good part of the body's weight, well supported. */
  MODERATE,
  /** Much of the body's weight with little support. */
  FIRM,
  /** Heavy, or advised against by a source. */
  HARD
}
