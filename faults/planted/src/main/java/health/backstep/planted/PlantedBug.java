package health.backstep.planted;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bugs of real outboxes, inboxes and relays. */
public enum PlantedBug {
  /** The relay goes on behind the last row that it sent; a row that commits late is never sent. */
  CURSOR_POLLER,
  /** One broker's word is enough: what only the leader has is lost with it. */
  ACKS_ONE,
  /** A group without offsets begins at the end: what came before its first start is never read. */
  LATEST_OFFSET,
  /** Offsets are committed before the database: a crash in between loses what was polled. */
  ACKNOWLEDGE_BEFORE_COMMIT,
  /** Every record counts as the next one: a repeated one has its effect again. */
  NO_INBOX,
  /**
   * As {@link #NO_INBOX}, in a database that would also take two changes of one cause; whoever
   * plants it runs {@link #WITHOUT_UNIQUE_CAUSE} on plan-service's database.
   */
  NO_UNIQUE_CAUSE,
  /** Every instance relays: nobody asks for the lock. */
  TWO_ACTIVE_RELAYS,
  /** Rows are marked as sent before they are: what Kafka then does not take is lost. */
  MARK_BEFORE_SEND,
  /** What fails is passed over as if it had been done. */
  SWALLOWED_EXCEPTION,
  /** A repeated request is done again, whatever its key says. */
  FORGOTTEN_KEY;

  /** Takes the two walls against a second change of one cause away. */
  public static final String WITHOUT_UNIQUE_CAUSE =
      """
      alter table history_event drop constraint history_event_tenant_event_id_key;
      alter table plan_version drop constraint plan_version_tenant_patient_id_cause_event_id_key;
      """;

  /** The bug as it is named on a command line, such as {@code cursor-poller}. */
  public String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The bug of that name.
   *
   * @throws IllegalArgumentException naming the bugs that there are
   */
  static PlantedBug named(String argument) {
    return Arrays.stream(values())
        .filter(bug -> bug.argument().equals(argument))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no bug '" + argument + "'; " + names()));
  }

  private static String names() {
    return Arrays.stream(values())
        .map(PlantedBug::argument)
        .collect(Collectors.joining(", ", "there are: ", ""));
  }
}
