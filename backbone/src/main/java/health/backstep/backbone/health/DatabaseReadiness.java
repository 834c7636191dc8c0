package health.backstep.backbone.health;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the database does not answer. The framework's own check would quote the driver,
 * and with it addresses and names of roles.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private final AgroalDataSource pool;

  DatabaseReadiness(AgroalDataSource pool) {
    this.pool = pool;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
    try {
      return pool.isHealthy(false)
          ? answer.up().build()
          : answer.down().withData("reason", "PostgreSQL does not answer on a connection").build();
    } catch (SQLException e) {
      return answer.down().withData("reason", reason(e)).build();
    }
  }

  private static String reason(SQLException failure) {
    return failure.getSQLState() == null
        ? "no connection was to be had: the pool is exhausted or PostgreSQL does not answer"
        : "PostgreSQL cannot be used: SQLSTATE " + failure.getSQLState();
  }
}
