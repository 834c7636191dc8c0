package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.replay.Replay;
import health.backstep.rules.RuleSets;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.replay.Checked;
import health.backstep.stack.replay.PlanDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No plan has half of an event in it. */
final class PlanCheck {

  private static final String EFFECTS_OF_DEAD_LETTERS =
      """
      select count(*) from inbox_event e join history_event h using (tenant, event_id)
      where e.outcome = 'DEAD_LETTERED'
      """;

  private PlanCheck() {}

  /** Where a stored plan is not what its events give, or a dead letter had an effect. */
  static List<String> faults(Cluster cluster) {
    Replay replay = new Replay(new Rulebook(CatalogueFiles.read(), RuleSets.shipped()));
    List<String> faults = new ArrayList<>();
    try (PlanDatabase plans = PlanDatabase.on(cluster.connect(ServiceName.PLAN));
        Connection database = cluster.connect(ServiceName.PLAN);
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(EFFECTS_OF_DEAD_LETTERS)) {
      Checked.of(plans, Optional.empty(), replay, () -> {}).partings().stream()
          .map(Object::toString)
          .forEach(faults::add);
      row.next();
      if (row.getLong(1) > 0) {
        faults.add(row.getLong(1) + " dead letters had an effect");
      }
      return faults;
    } catch (SQLException e) {
      throw new IllegalStateException("the plan database cannot be read", e);
    }
  }
}
