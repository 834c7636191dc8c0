package health.backstep.security.canary;

import health.backstep.security.authz.Table;
import java.util.List;

/** Where canaries may be found, as {@code canaries.csv} says; nowhere else. */
public final class Rules {

  /**
   * A place where a kind may be found.
   *
   * @param place its name; one that ends in {@code *} stands for all that begin so
   */
  record Rule(Kind kind, String place, String because) {

    boolean isAbout(Kind other, String where) {
      return kind == other
          && (place.endsWith("*")
              ? where.startsWith(place.substring(0, place.length() - 1))
              : where.equals(place));
    }
  }

  private final List<Rule> rules;

  Rules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  public static Rules shipped() {
    return new Rules(
        Table.rows(Rules.class, "canaries.csv").stream()
            .map(row -> new Rule(Kind.of(row.get(0)), row.get(1), row.get(2)))
            .toList());
  }

  List<Rule> all() {
    return rules;
  }

  boolean allow(Kind kind, String place) {
    return rules.stream().anyMatch(rule -> rule.isAbout(kind, place));
  }

  /** Whether it may be found anywhere at all. */
  boolean knowAPlaceFor(Kind kind) {
    return rules.stream().anyMatch(rule -> rule.kind() == kind);
  }
}
