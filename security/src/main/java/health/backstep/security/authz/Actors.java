package health.backstep.security.authz;

import java.util.List;

/** All actors, as {@code actors.csv} lists them. */
public final class Actors {

  private static final List<Actor> ALL =
      Table.rows("actors.csv").stream().map(Actors::actor).toList();

  private Actors() {}

  public static List<Actor> all() {
    return ALL;
  }

  /**
   * @throws IllegalArgumentException when there is no such actor
   */
  public static Actor named(String name) {
    return ALL.stream()
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no actor '" + name + "'"));
  }

  private static Actor actor(List<String> row) {
    return new Actor(row.get(0), row.get(1), row.get(2), row.get(3), Expected.of(row.get(4)));
  }
}
