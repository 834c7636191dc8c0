package health.backstep.stack.doctor.database;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Failures;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL: whether it answers, its version and clock, and then what is in each service's
 * database.
 *
 * @param repository in which the services are packaged
 */
public record DatabaseCheck(DatabaseAccess access, Path repository, Setting setting)
    implements Check {

  /** SQLSTATEs of a refused login: wrong password, no right to come in. */
  private static final Set<String> REFUSED = Set.of("28P01", "28000");

  @Override
  public Subject subject() {
    return new Subject("database", access.address(), setting.place().logs(PostgresServer.NAME));
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try (Connection connection =
        access.connect(DatabaseAccess.SUPERUSER, DatabaseAccess.SUPERUSER)) {
      findings.add(subject().ok("answers"));
      findings.addAll(new ServerFacts(setting).of(connection));
    } catch (SQLException e) {
      return List.of(unreachable(e));
    }
    for (ServiceName service : ServiceName.values()) {
      findings.addAll(new ServiceDatabaseLook(access, repository, setting).at(service));
    }
    findings.addAll(subject().guard(new SharedMigrations(access, setting)::look));
    return findings;
  }

  private Finding unreachable(SQLException failure) {
    return REFUSED.contains(String.valueOf(failure.getSQLState()))
        ? subject()
            .wrong(
                "refuses the password of its superuser: the secrets are not those it was made with",
                "put the folder secrets back from your copy")
        : subject()
            .wrong(
                "cannot be reached: " + Failures.words(failure),
                "%s; its log says more: %s"
                    .formatted(setting.place().startRest(), subject().more()));
  }
}
