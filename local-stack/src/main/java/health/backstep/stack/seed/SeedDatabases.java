package health.backstep.stack.seed;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.SQLException;

/** The services' databases, for a role that may do anything. */
public interface SeedDatabases {

  Connection connect(ServiceName service) throws SQLException;
}
