package health.backstep.security.authz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the shipped tables: a line of names, then rows; lines that begin with # are for people. */
public final class Table {

  private Table() {}

  static List<List<String>> rows(String name) {
    return rows(Table.class, name);
  }

  /**
   * The rows without their heading.
   *
   * @param beside what the table is shipped
   */
  public static List<List<String>> rows(Class<?> beside, String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(beside.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          in.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
              .toList();
      return lines.stream().skip(1).map(row -> complete(name, row, lines.getFirst())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static List<String> complete(String name, List<String> row, List<String> columns) {
    if (row.size() != columns.size()) {
      throw new IllegalStateException(
          "%s: %s has %d columns and not %s".formatted(name, row, row.size(), columns));
    }
    return row;
  }
}
