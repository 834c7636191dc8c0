package health.backstep.backbone.export;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The tables with personal rows, asked of the database each time: those whose rows go when a
 * patient is erased, and the events about the patient that were set aside.
 */
@ApplicationScoped
class PersonalTables {

  static final String LETTERS = "dead_letter";

  private static final String FIND =
      """
      select held.name::text, held.patient_column,
        array(select a.attname::text from pg_attribute a
              where a.attrelid = held.name and a.attnum > 0 and not a.attisdropped
              order by a.attnum) as columns,
        array(select format_type(a.atttypid, null) from pg_attribute a
              where a.attrelid = held.name and a.attnum > 0 and not a.attisdropped
              order by a.attnum) as types,
        array(select a.attname::text
              from pg_index i
              cross join unnest(i.indkey::int2[]) with ordinality as part (number, place)
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number
              where i.indrelid = held.name and i.indisprimary
              order by part.place) as key
      from (
        select t.tgrelid::regclass as name,
          split_part(encode(t.tgargs, 'escape'), '\\000', 1) as patient_column
        from pg_trigger t where t.tgname = 'personal'
        union all
        select '%s'::regclass, 'record_key') held
      order by 1
      """
          .formatted(LETTERS);

  private final DataSource dataSource;

  PersonalTables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<StoredTable> all() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND);
        ResultSet row = query.executeQuery()) {
      List<StoredTable> tables = new ArrayList<>();
      while (row.next()) {
        tables.add(
            new StoredTable(
                row.getString("name"),
                row.getString("patient_column"),
                columns(texts(row.getArray("columns")), texts(row.getArray("types"))),
                texts(row.getArray("key"))));
      }
      return tables;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static List<StoredTable.Column> columns(List<String> names, List<String> types) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new StoredTable.Column(names.get(i), types.get(i)))
        .toList();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
