package health.backstep.stack.cli;

import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.sql.SQLException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose service database is meant: the local stack's, or any other. */
final class ServiceDatabaseOptions {

  @Mixin private DataOption data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Use this service database (jdbc:postgresql://HOST:PORT/NAME) instead of the local stack's.",
        DatabaseAddress.CREDENTIALS,
        "The role has to see all tenants' rows."
      })
  private String url;

  /** Whether it is one database that was named, not the three of the local stack. */
  boolean isOneDatabase() {
    return url != null;
  }

  /** What to add to another command so that it is about the same stack. */
  String option() {
    return data.option();
  }

  ServiceDatabase open(ServiceName service) {
    try {
      return ServiceDatabase.of(service, new DatabaseAddress(data, url).connect(service));
    } catch (SQLException e) {
      throw new StackFailure(
          "The database of %s cannot be reached: %s"
              .formatted(service.processName(), e.getMessage()),
          e);
    }
  }
}
