package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who sends a service's events at the moment: the connection that holds the relay's advisory lock,
 * and the instance behind it.
 *
 * @param backend the server process of the connection
 * @param clientPort where the connection comes from: a port of the instance's proxy
 */
record RelayLeader(Cluster cluster, ServiceName service, int backend, int clientPort) {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /**
   * Finds it.
   *
   * @throws IllegalStateException when nobody took the lead within 30 s
   */
  static RelayLeader of(Cluster cluster, ServiceName service) throws InterruptedException {
    RelayLeader[] found = new RelayLeader[1];
    Waiting.until(
        Waiting.trying(
            () -> {
              find(cluster, service).ifPresent(leader -> found[0] = leader);
              return found[0] != null;
            }),
        LOOK_EVERY,
        LIMIT,
        () -> "no instance of " + service.processName() + " took the relay's lead");
    return found[0];
  }

  /** The instance through whose proxy the connection comes. */
  Instance instance() {
    List<Instance> instances = cluster.instances(service);
    return instances.stream()
        .filter(instance -> instances.size() == 1 || reaches(instance))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the relay's connection comes through no proxy"));
  }

  private boolean reaches(Instance instance) {
    return instance.toDatabase().filter(proxy -> proxy.reachesFrom(clientPort)).isPresent();
  }

  /** Cuts the connection, and the lock goes with it. */
  void cut() throws SQLException {
    try (Connection connection = cluster.connect(service);
        PreparedStatement statement =
            connection.prepareStatement("select pg_terminate_backend(?)")) {
      statement.setInt(1, backend);
      statement.executeQuery();
    }
  }

  private static Optional<RelayLeader> find(Cluster cluster, ServiceName service)
      throws SQLException {
    try (Connection connection = cluster.connect(service);
        PreparedStatement query =
            connection.prepareStatement(
                """
                select activity.pid, activity.client_port
                from pg_locks lock join pg_stat_activity activity using (pid)
                where lock.locktype = 'advisory' and lock.granted
                  and activity.datname = current_database()
                  and activity.application_name like 'outbox-relay%'
                """);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(new RelayLeader(cluster, service, row.getInt(1), row.getInt(2)))
          : Optional.empty();
    }
  }
}
