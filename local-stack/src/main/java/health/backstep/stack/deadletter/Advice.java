package health.backstep.stack.deadletter;

import java.util.Map;

/** What to do about a dead letter of a cause. Until it is done the record has had no effect. */
public final class Advice {

  private static final String ANY =
      "Read the reason. Replay it once what it names is put right; discard it, with a note, when"
          + " nothing is lost by it.";

  private static final Map<String, String> BY_CAUSE =
      Map.of(
          "HEADER_UNREADABLE",
          "Find who sent it: the headers below are all it says about itself. A replay fails again,"
              + " for it is sent as it came. When the event stands properly in its sender's outbox,"
              + " ./backstep rebuild sends it; then discard this one.",
          "PAYLOAD_UNREADABLE",
          "Compare it with its type's file in contracts/schemas. If this service is older than the"
              + " sender, update it and replay. If the sender is wrong, mend that and have what it"
              + " tells recorded again, then discard this one. A flare or red flag in it has had no"
              + " effect so far: let a clinician know.",
          "HANDLING_FAILED",
          "The service's log of that minute names the failure. Mend it, then replay. A flare or red"
              + " flag in it has had no effect so far: let a clinician know.",
          "SEQUENCE_CONFLICT",
          "Two records claim one place in the patient's sequence, and the other one has it. A replay"
              + " is refused as long as that one had an effect. Look into the sender's outbox: if this"
              + " one is there, the other is forged or from a restored copy; have what this one tells"
              + " recorded again, then discard it. If it is not there, discard it.",
          "SEQUENCE_TOO_FAR_AHEAD",
          "Its number cannot be true, or this service has lost much of its database. If the sender's"
              + " outbox has it, ./backstep rebuild sends all before it, then replay; if not, discard"
              + " it.",
          "FOREIGN_TENANT",
          "The patient belongs to another partner, so it is forged or misrouted. Do not replay it:"
              + " find out who can write to the topic, then discard it.",
          "TOO_LARGE",
          "No event is so large. Find who sent it, then discard it. Replay only after"
              + " backstep.inbox.largest-record was raised.");

  private Advice() {}

  /** Some sentences for every cause, also for one of a later version. */
  public static String about(String cause) {
    return BY_CAUSE.getOrDefault(cause, ANY);
  }

  /** Whether there is advice for just this cause. */
  public static boolean knows(String cause) {
    return BY_CAUSE.containsKey(cause);
  }
}
