package health.backstep.safety.property;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Item;
import health.backstep.safety.run.Ground;

/**
 * The most of an exercise that its level asks for: the reviewed amount, fitted to the age
 * (PL-DOSE), and what good sessions may add to it (PR-CAP).
 */
final class Amounts {

  private final Ground ground;
  private final int mostPercent;

  Amounts(Ground ground) {
    this.ground = ground;
    this.mostPercent = ground.threshold("PR-CAP", "mostPercentOfLevel");
  }

  boolean isTooMuch(Item item, Exercise reviewed, AgeBand age) {
    Dose asked = reviewed.level(item.level()).dose();
    return FlaresNeverRaise.seconds(item) * 100L > seconds(asked, reviewed, age) * mostPercent;
  }

  private long seconds(Dose asked, Exercise reviewed, AgeBand age) {
    boolean counted = asked.secondsPerRep() > 0;
    int reps = asked.reps();
    int hold = asked.holdSeconds();
    if (reviewed.kind() == Kind.STRENGTH && counted && isOver50(age)) {
      reps = inOtherRange(reps, "strengthReps", "strengthRepsOver50");
    }
    if (reviewed.kind() == Kind.STRETCH && !counted && age == AgeBand.OVER_65) {
      hold = inOtherRange(hold, "stretchSeconds", "stretchSecondsOver65");
    }
    return (long) asked.sets() * reps * (asked.secondsPerRep() + hold) * (asked.perSide() ? 2 : 1);
  }

  /** Rounded up: a second more is not too much. */
  private int inOtherRange(int amount, String from, String to) {
    double low = ground.threshold("PL-DOSE", from + "From");
    double high = ground.threshold("PL-DOSE", from + "To");
    double newLow = ground.threshold("PL-DOSE", to + "From");
    double newHigh = ground.threshold("PL-DOSE", to + "To");
    double part = (Math.clamp(amount, low, high) - low) / (high - low);
    return (int) Math.ceil(newLow + part * (newHigh - newLow));
  }

  private static boolean isOver50(AgeBand age) {
    return age == AgeBand.OVER_50 || age == AgeBand.OVER_65;
  }
}
