package health.backstep.security.authz;

import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code authz.csv}: what these actors are answered when they ask this about these
 * things.
 *
 * @param operation an operationId, or an address that no document describes
 */
public record Row(String operation, List<Thing> things, List<Actor> actors, Expected answer) {

  private static final String EVERYBODY = "*";

  public Row {
    things = List.copyOf(things);
    actors = List.copyOf(actors);
  }

  /**
   * A row as it is written.
   *
   * @param things with spaces between
   * @param actors with spaces between; {@code *} for all of them
   */
  public static Row of(String operation, String things, String actors, String answer) {
    return new Row(
        operation,
        words(things).stream().map(Thing::of).toList(),
        actors.equals(EVERYBODY)
            ? Actors.all()
            : words(actors).stream().map(Actors::named).toList(),
        Expected.of(answer));
  }

  /** Whether it is about an address outside of the documents. */
  boolean isAddress() {
    return operation.startsWith("/");
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" +"));
  }
}
