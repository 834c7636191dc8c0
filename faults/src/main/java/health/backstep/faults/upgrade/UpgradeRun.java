package health.backstep.faults.upgrade;

import health.backstep.faults.FaultRun;
import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.Watch;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Faults;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two instances of each service are taken from one version to another and back while patients use
 * them. At the end the database goes away for a while, so that what the services say of it is asked
 * of a platform that was upgraded.
 *
 * @param from what it starts with
 * @param then the versions that follow, each instance by instance
 */
public record UpgradeRun(Version from, List<Version> then, long seed) {

  private static final Layout LAYOUT =
      Layout.standard()
          .withBrokers(1)
          .withInstances(ServiceName.PROFILE, 2)
          .withInstances(ServiceName.SESSION, 2);

  private static final Duration AT_MOST = Duration.ofMinutes(30);

  private static final String REGRESSED_FLARES =
      """
      select count(*) from plan_version v
        join history_event h on h.tenant = v.tenant and h.event_id = v.cause_event_id
      where v.kind = 'REGRESSED' and h.type = 'pt.session.pain-flare-reported.v1'
      """;

  public UpgradeRun {
    then = List.copyOf(then);
  }

  /** Forwards, back, and forwards again. */
  public static UpgradeRun thereAndBack(Version before, Version after, long seed) {
    return new UpgradeRun(before, List.of(after, before, after), seed);
  }

  /**
   * Runs on a cluster of its own, which ends with the run; its data stays.
   *
   * @param data folder of the cluster
   * @throws health.backstep.stack.platform.StackFailure when the cluster does not start
   */
  public Upgraded on(Path data, Watch watch, Progress progress) throws InterruptedException {
    try (LocalCluster cluster = LocalCluster.start(data, from.repository(), LAYOUT, progress)) {
      RunOptions options = RunOptions.inOrder(seed, steps(cluster), AT_MOST);
      Result result = FaultRun.on(cluster, options, watch);
      return new Upgraded(result, regressedFlares(cluster));
    }
  }

  private List<Fault> steps(LocalCluster cluster) {
    List<Fault> steps = new ArrayList<>();
    for (Version next : then) {
      steps.add(Rollout.as("%d: to %s".formatted(steps.size() + 1, next.name()), cluster, next));
    }
    steps.add(Faults.databaseGone());
    return steps;
  }

  private static long regressedFlares(Cluster cluster) {
    try (Connection database = cluster.connect(ServiceName.PLAN);
        Statement query = database.createStatement();
        ResultSet row = query.executeQuery(REGRESSED_FLARES)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the plans cannot be counted: " + e.getMessage(), e);
    }
  }
}
