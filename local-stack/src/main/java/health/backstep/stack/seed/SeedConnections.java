package health.backstep.stack.seed;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** A connection to each service's database. */
record SeedConnections(Map<ServiceName, Connection> each) implements AutoCloseable {

  static SeedConnections open(SeedDatabases databases) throws SQLException {
    SeedConnections connections = new SeedConnections(new EnumMap<>(ServiceName.class));
    try {
      for (ServiceName service : ServiceName.values()) {
        connections.each.put(service, databases.connect(service));
      }
      return connections;
    } catch (SQLException e) {
      connections.close();
      throw e;
    }
  }

  Connection of(ServiceName service) {
    return each.get(service);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : each.values()) {
      connection.close();
    }
  }
}
