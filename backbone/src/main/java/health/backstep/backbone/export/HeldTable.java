package health.backstep.backbone.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a table is told of in an export.
 *
 * @param table its name in the database
 * @param name what its rows are called, camel case
 * @param about what a row is, one sentence for readers who do not know the service
 * @param json columns of type text that hold JSON
 */
public record HeldTable(String table, String name, String about, Set<String> json) {

  private static final Pattern NEXT_WORD = Pattern.compile("_+([a-z0-9])");

  public HeldTable {
    json = Set.copyOf(json);
  }

  public static HeldTable of(String table, String name, String about, String... json) {
    return new HeldTable(table, name, about, Set.of(json));
  }

  /** A table of which nobody has told anything; it is exported all the same. */
  static HeldTable untold(String table) {
    return of(table, camelCase(table), "");
  }

  /** {@code valid_until} as {@code validUntil}. */
  static String camelCase(String snakeCase) {
    return NEXT_WORD.matcher(snakeCase).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
