package health.backstep.backbone.watch;

import health.backstep.backbone.outbox.RelayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database as the role sees it that looks after all tenants. That role may read little more
 * than whose turn it is; what is done then is done in a tenant's own transaction.
 */
@ApplicationScoped
public class AllTenants {

  private static final int CONNECT_SECONDS = 5;

  /** Above any statement of a look; a database that is frozen must not freeze whoever looks. */
  private static final int ANSWER_SECONDS = 10;

  private final RelayConfig database;

  AllTenants(RelayConfig database) {
    this.database = database;
  }

  /**
   * A connection of one's own, outside of the pool.
   *
   * @param name by which the database shows whose it is
   */
  public Connection connect(String name) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.databaseUrl());
    source.setUser(database.username());
    source.setPassword(database.password());
    source.setApplicationName(name);
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setLogServerErrorDetail(false);
    return source.getConnection();
  }
}
