package health.backstep.security.authz.run;

import static health.backstep.planted.RemovedGuard.NO_TENANT_FILTER;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.planted.PlantedBug;
import health.backstep.planted.RemovedGuard;
import health.backstep.security.authz.Tenants;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A cluster of its own, whose walls can be taken down one by one and put up again. */
public final class Ground implements AutoCloseable {

  private static final long START_LIMIT = Duration.ofMinutes(4).toNanos();
  private static final int LOOK_MILLIS = 200;

  /** More than are asked at a time, so that no answer depends on what else is under way. */
  private static final String AT_A_TIME = "64";

  private final LocalCluster cluster;
  private final JvmArguments arguments;
  private final Map<ServiceName, List<String>> planted = new EnumMap<>(ServiceName.class);
  private boolean pastRowSecurity;

  private Ground(LocalCluster cluster, JvmArguments arguments) {
    this.cluster = cluster;
    this.arguments = arguments;
  }

  /**
   * Starts one broker, a database and one instance of each service.
   *
   * @param folder a new one, or one of ours, whose data is deleted
   * @param repository where the packaged services are found
   */
  public static Ground start(Path folder, Path repository, Progress progress) {
    return start(folder, repository, progress, Map.of());
  }

  /** The same with more variables for each service. */
  public static Ground start(
      Path folder, Path repository, Progress progress, Map<String, String> variables) {
    JvmArguments arguments =
        JvmArguments.in(folder.resolveSibling(folder.getFileName() + "-jvm"), repository);
    Layout layout = Layout.standard().withBrokers(1).withInstances(ServiceName.PLAN, 1);
    for (ServiceName service : ServiceName.values()) {
      layout =
          layout
              .withJvmArgument(service, arguments.argument(service))
              .withVariable(service, "BACKSTEP_SANDBOX_TENANTS", Tenants.OWN)
              .withVariable(service, "BACKSTEP_CONCURRENCY_LONG_CALLS", AT_A_TIME)
              .withVariable(service, "BACKSTEP_CONCURRENCY_LONG_CALLS_BY_TENANT", AT_A_TIME)
              .withVariable(service, "BACKSTEP_CONCURRENCY_LARGE_CALLS", AT_A_TIME)
              .withVariable(service, "BACKSTEP_CONCURRENCY_LARGE_CALLS_BY_TENANT", AT_A_TIME);
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        layout = layout.withVariable(service, variable.getKey(), variable.getValue());
      }
    }
    LocalCluster cluster = LocalCluster.start(folder, repository, layout, progress);
    suspend(Secrets.in(folder).suspendedCallers());
    return new Ground(cluster, arguments);
  }

  private static void suspend(Path list) {
    try {
      Files.writeString(list, Tenants.OWN + " suspended-app\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its parts, to be looked at and hurt. */
  public Cluster cluster() {
    return cluster;
  }

  public URI url(ServiceName service) {
    return instance(service).directUrl();
  }

  /** Leaves just these walls standing. */
  void leave(Walls walls) {
    letPastRowSecurity(walls == Walls.APPLICATION);
    for (ServiceName service : ServiceName.values()) {
      remove(service, walls == Walls.DATABASE ? List.of(NO_TENANT_FILTER) : List.of());
    }
  }

  /** Starts the service again without these guards, unless it lacks just them already. */
  public void remove(ServiceName service, List<RemovedGuard> guards) {
    startWith(service, guards.stream().map(RemovedGuard::argument).toList());
  }

  /** Starts the service again with this bug, until guards are put up again. */
  public void plant(ServiceName service, PlantedBug bug) {
    startWith(service, List.of(bug.argument()));
  }

  /** Kills the service and starts it with these: one that is broken may not end in order. */
  private void startWith(ServiceName service, List<String> names) {
    if (planted.getOrDefault(service, List.of()).equals(names)) {
      return;
    }
    arguments.write(service, names);
    planted.put(service, names);
    Instance instance = instance(service);
    instance.kill();
    instance.start();
    long begun = System.nanoTime();
    while (!instance.isReady()) {
      if (System.nanoTime() - begun > START_LIMIT || !instance.isRunning()) {
        throw new IllegalStateException(service.processName() + " did not start again");
      }
      Pause.of(LOOK_MILLIS);
    }
  }

  /** Runs a statement as the superuser of the service's database. */
  public void execute(ServiceName service, String sql) {
    try (Connection database = cluster.connect(service);
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }

  /** Connections are cut, so that no plan of a statement is left from before. */
  private void letPastRowSecurity(boolean past) {
    if (past == pastRowSecurity) {
      return;
    }
    for (ServiceName service : ServiceName.values()) {
      execute(service, "alter role " + service.appRole() + (past ? " bypassrls" : " nobypassrls"));
    }
    cluster.database().cutConnections();
    pastRowSecurity = past;
  }

  private Instance instance(ServiceName service) {
    return cluster.instances(service).getFirst();
  }
}
