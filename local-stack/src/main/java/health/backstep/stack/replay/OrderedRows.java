package health.backstep.stack.replay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The rows of one table in the order of the patients, read once from beginning to end, so that a
 * whole database takes one query and not two for each patient. The first two columns are tenant and
 * patient.
 */
final class OrderedRows<T> implements AutoCloseable {

  /** Makes a value of the row at which the result stands. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final ResultSet rows;
  private final Reader<T> reader;
  private boolean more;

  OrderedRows(PreparedStatement query, Reader<T> reader) throws SQLException {
    this.rows = query.executeQuery();
    this.reader = reader;
    this.more = rows.next();
  }

  /** The patient's rows. Patients have to be asked for in the order of the query, none left out. */
  List<T> of(String tenant, UUID patient) throws SQLException {
    List<T> taken = new ArrayList<>();
    while (more
        && rows.getString(1).equals(tenant)
        && rows.getObject(2, UUID.class).equals(patient)) {
      taken.add(reader.read(rows));
      more = rows.next();
    }
    return taken;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
