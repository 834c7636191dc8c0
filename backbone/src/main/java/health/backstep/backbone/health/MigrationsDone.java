package health.backstep.backbone.health;

import health.backstep.backbone.failure.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;

/**
 * Started once no migration is left to do, and for good. The database is asked for its health
 * before, because Flyway would wait for it for minutes.
 */
@Startup
@ApplicationScoped
public class MigrationsDone implements HealthCheck {

  private final Flyway flyway;
  private final DatabaseReadiness database;
  private volatile boolean done;

  MigrationsDone(Flyway flyway, @Readiness DatabaseReadiness database) {
    this.flyway = flyway;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("migrations");
    if (done) {
      return answer.up().build();
    }
    if (database.call().getStatus() == HealthCheckResponse.Status.DOWN) {
      return answer.down().withData("reason", "the database does not answer").build();
    }
    return look(answer);
  }

  private HealthCheckResponse look(HealthCheckResponseBuilder answer) {
    try {
      int left = flyway.info().pending().length;
      done = left == 0;
      return done
          ? answer.up().build()
          : answer.down().withData("reason", left + " migrations are left to do").build();
    } catch (RuntimeException e) {
      return answer
          .down()
          .withData("reason", "the migrations could not be read: " + Failures.name(e))
          .build();
    }
  }
}
