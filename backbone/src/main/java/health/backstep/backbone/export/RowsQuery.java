package health.backstep.backbone.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One statement for the rows of all tables, so that they are of one moment. It takes tenant and
 * patient for each table in turn and answers the table's number and the row as JSON.
 */
final class RowsQuery {

  private static final String ROWS_OF =
      """
      select %d as table_number, row_number() over (order by %s) as row_number,
        json_build_object(%s)::text as json
      from %s held where held.tenant = ? and %s
      """;

  /** What is none after all is given as the text that it is, so that the rest is not held back. */
  private static final String JSON =
      """
      case when pg_input_is_valid(held.%1$s, 'json') then held.%1$s::json else to_json(held.%1$s) end\
      """;

  /** As an erasure finds them: the key may be what was wrong with the event. */
  private static final String NAMES_THE_PATIENT =
      """
      exists (select from (select ?) as asked (patient)
        where held.record_key = asked.patient or position(asked.patient in held.headers::text) > 0
          or position(convert_to(asked.patient, 'UTF8') in held.payload) > 0)\
      """;

  private static final String UTC = "to_char(held.%s at time zone 'UTC', '%s')";
  private static final String ISO_8601 = "YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"";

  private RowsQuery() {}

  /** A table, and how it is told of. */
  record Part(StoredTable stored, HeldTable told) {

    List<String> columnNames() {
      return stored.columns().stream().map(c -> HeldTable.camelCase(c.name())).toList();
    }
  }

  static String of(List<Part> parts) {
    return IntStream.range(0, parts.size())
            .mapToObj(i -> of(i, parts.get(i)))
            .collect(joining("union all\n"))
        + "order by table_number, row_number";
  }

  private static String of(int number, Part part) {
    StoredTable stored = part.stored();
    String order =
        stored.key().isEmpty()
            ? "held.ctid"
            : stored.key().stream().map(key -> "held." + quoted(key)).collect(joining(", "));
    String fields =
        stored.columns().stream()
            .map(
                column ->
                    "'%s', %s"
                        .formatted(
                            HeldTable.camelCase(column.name()).replace("'", "''"),
                            value(column, part.told())))
            .collect(joining(", "));
    return ROWS_OF.formatted(number, order, fields, stored.name(), ofThePatient(stored));
  }

  private static String ofThePatient(StoredTable stored) {
    return stored.name().equals(PersonalTables.LETTERS)
        ? NAMES_THE_PATIENT
        : "held.%s = ?::%s".formatted(quoted(stored.patientColumn()), stored.patientType());
  }

  /**
   * Times in UTC, JSON as what it holds, and bytes as text, with {@code \ooo} for what is no ASCII
   * character.
   */
  private static String value(StoredTable.Column column, HeldTable told) {
    String name = quoted(column.name());
    return switch (column.type()) {
      case "timestamp with time zone" -> UTC.formatted(name, ISO_8601);
      case "bytea" -> "encode(held.%s, 'escape')".formatted(name);
      case "text" -> told.json().contains(column.name()) ? JSON.formatted(name) : "held." + name;
      default -> "held." + name;
    };
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
