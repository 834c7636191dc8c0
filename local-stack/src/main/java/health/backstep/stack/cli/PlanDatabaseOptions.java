package health.backstep.stack.cli;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.replay.PlanDatabase;
import java.sql.SQLException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose plan database is read: the local stack's, or any other. */
final class PlanDatabaseOptions {

  @Mixin private DataOption data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Read this plan database (jdbc:postgresql://HOST:PORT/plan) instead of the local stack's.",
        DatabaseAddress.CREDENTIALS,
        "The role has to see all tenants' rows; nothing is written."
      })
  private String url;

  PlanDatabase open() {
    try {
      return PlanDatabase.on(new DatabaseAddress(data, url).connect(ServiceName.PLAN));
    } catch (SQLException e) {
      throw new StackFailure("The plan database cannot be reached: " + e.getMessage(), e);
    }
  }
}
