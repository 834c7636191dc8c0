package health.backstep.stack.deadletter;

import java.util.Map;

/** What to do about a dead letter of a cause. */
public final class Advice {

  private static final Map<String, String> BY_CAUSE = Map.of();

  private Advice() {}

  /** A sentence for every cause, also for one of a later version. */
  public static String about(String cause) {
    return BY_CAUSE.getOrDefault(
        cause,
        "Read the reason. Replay it once what it names is put right; discard it, with a note, when"
            + " nothing is lost by it.");
  }

  public static boolean knows(String cause) {
    return BY_CAUSE.containsKey(cause);
  }
}
