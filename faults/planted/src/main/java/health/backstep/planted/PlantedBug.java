package health.backstep.planted;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bugs of real outboxes, inboxes and relays. */
public enum PlantedBug {
  /** The relay goes on behind the last row that it sent; a row that commits late is never sent. */
  CURSOR_POLLER,
  /** Every instance relays: nobody asks for the lock. */
  TWO_ACTIVE_RELAYS;

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
