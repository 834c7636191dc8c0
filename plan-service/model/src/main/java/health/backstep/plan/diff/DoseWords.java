package health.backstep.plan.diff;

import health.backstep.plan.catalogue.Dose;
import java.util.ArrayList;
import java.util.List;

/** Says how an amount differs from another one, for example "8 times instead of 10". */
final class DoseWords {

  private static final int MINUTE = 60;

  private DoseWords() {}

  /** What differs, part by part; empty when nothing does. */
  static List<String> differences(Dose before, Dose after) {
    List<String> words = new ArrayList<>();
    if (before.sets() != after.sets()) {
      words.add(count(after.sets(), "set") + instead(before.sets()));
    }
    if (before.reps() != after.reps()) {
      words.add(count(after.reps(), "time") + setsAlike(after) + instead(before.reps()));
    }
    if (before.holdSeconds() != after.holdSeconds()) {
      words.add(hold(before, after));
    }
    if (before.secondsPerRep() != after.secondsPerRep()) {
      words.add(after.secondsPerRep() > before.secondsPerRep() ? "more slowly" : "more quickly");
    }
    if (before.perSide() != after.perSide()) {
      words.add(after.perSide() ? "now on each side" : "no longer on each side");
    }
    if (rests(before) && rests(after) && before.restSeconds() != after.restSeconds()) {
      words.add(
          time(after.restSeconds())
              + " of rest between sets instead of "
              + time(before.restSeconds()));
    }
    return words;
  }

  private static String hold(Dose before, Dose after) {
    if (after.holdSeconds() == 0) {
      return "no longer held";
    }
    String held = after.secondsPerRep() == 0 ? "" : "held for ";
    return before.holdSeconds() == 0
        ? "now held for " + time(after.holdSeconds())
        : held + time(after.holdSeconds()) + " instead of " + time(before.holdSeconds());
  }

  private static boolean rests(Dose dose) {
    return dose.sets() > 1;
  }

  private static String setsAlike(Dose dose) {
    return dose.sets() > 1 ? " a set" : "";
  }

  private static String instead(int number) {
    return " instead of " + number;
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String time(int seconds) {
    return seconds >= MINUTE && seconds % MINUTE == 0
        ? count(seconds / MINUTE, "minute")
        : count(seconds, "second");
  }
}
