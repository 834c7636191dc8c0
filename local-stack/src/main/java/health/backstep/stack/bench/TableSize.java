package health.backstep.stack.bench;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How large a table is.
 *
 * @param name with its service's
 * @param rows as PostgreSQL estimates
 * @param tableMb with what lies beside it because it is wide
 */
record TableSize(String name, long rows, double tableMb, double indexMb) {

  private static final double BYTES_PER_MB = 1024 * 1024;

  private static final String SIZES =
      """
      select relname, greatest(reltuples, 0)::bigint, pg_table_size(oid), pg_indexes_size(oid)
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      """;

  /** All tables of the three services, the largest first. */
  static List<TableSize> all(Platform platform) throws SQLException {
    List<TableSize> sizes = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      try (Connection connection = platform.database(service.database());
          PreparedStatement query = connection.prepareStatement(SIZES);
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sizes.add(
              new TableSize(
                  service.database() + "." + row.getString(1),
                  row.getLong(2),
                  row.getLong(3) / BYTES_PER_MB,
                  row.getLong(4) / BYTES_PER_MB));
        }
      }
    }
    sizes.sort(Comparator.comparingDouble(TableSize::mb).reversed());
    return sizes;
  }

  double mb() {
    return tableMb + indexMb;
  }
}
