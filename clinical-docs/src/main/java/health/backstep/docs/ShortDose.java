package health.backstep.docs;

import health.backstep.plan.catalogue.Dose;

/** An amount in few signs, for example "2 × 8 · 3 s /side". */
final class ShortDose {

  private static final int MINUTE = 60;

  private ShortDose() {}

  static String of(Dose dose) {
    StringBuilder words = new StringBuilder();
    boolean timed = dose.secondsPerRep() == 0;
    int rounds = dose.sets() * (timed ? dose.reps() : 1);
    if (rounds > 1) {
      words.append(rounds).append(" × ");
    }
    words.append(timed ? time(dose.holdSeconds()) : Integer.toString(dose.reps()));
    if (!timed && rounds == 1) {
      words.append(dose.reps() == 1 ? " rep" : " reps");
    }
    if (!timed && dose.holdSeconds() > 0) {
      words.append(" · ").append(time(dose.holdSeconds()));
    }
    return words.append(dose.perSide() ? " /side" : "").toString();
  }

  private static String time(int seconds) {
    return seconds >= MINUTE && seconds % MINUTE == 0 ? seconds / MINUTE + " min" : seconds + " s";
  }
}
