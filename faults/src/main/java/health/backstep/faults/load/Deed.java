package health.backstep.faults.load;

import java.util.random.RandomGenerator;

/** What a patient does next, with how often out of a hundred. */
enum Deed {
  GREEN_SESSION(30),
  PAINFUL_SESSION(11),
  CHECK_IN(18),
  FLARE(8),
  ASSESSMENT(4),
  WITHHELD(2),
  RED_FLAG(2),
  CHANGED_CIRCUMSTANCES(5),
  PLAN_READ(13),
  REPEATED_REQUEST(7);

  private static final int ALL = 100;

  private final int share;

  Deed(int share) {
    this.share = share;
  }

  static Deed next(RandomGenerator random) {
    int left = random.nextInt(ALL);
    for (Deed deed : values()) {
      left -= deed.share;
      if (left < 0) {
        return deed;
      }
    }
    return PLAN_READ;
  }
}
