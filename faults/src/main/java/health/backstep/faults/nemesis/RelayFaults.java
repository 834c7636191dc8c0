package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Instance;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What sends the events dies, stands still or loses its connection: another one has to go on. */
final class RelayFaults {

  private static final Set<Area> NEEDED = Set.of(Area.SERVICES, Area.DATABASE);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration DEAD_FOR = Duration.ofSeconds(5);

  private RelayFaults() {}

  static List<Fault> all() {
    return List.of(kill(), freeze(), cut());
  }

  /** Of the service with two instances, as there the other one takes over. */
  static Fault kill() {
    return Fault.of(
        "kill -9 the relay",
        NEEDED,
        (cluster, random, ground) -> {
          Instance struck = RelayLeader.of(cluster, ServiceName.PLAN).instance();
          struck.kill();
          try {
            ground.hold(random, DEAD_FOR);
          } finally {
            struck.start();
          }
        });
  }

  /** It loses the lead while it sleeps, and wakes with a batch in its hands. */
  static Fault freeze() {
    return Fault.of(
        "freeze the relay beyond its lease",
        NEEDED,
        (cluster, random, ground) -> {
          Instance struck = RelayLeader.of(cluster, ServiceName.PLAN).instance();
          ServiceFaults.frozen(struck, ground.paced(LONG, ServiceFaults.OUTLASTING_THE_LEASES));
        });
  }

  static Fault cut() {
    return Fault.of(
        "the relay's connection cut",
        NEEDED,
        (cluster, random, ground) -> {
          int times = random.nextInt(2, 6);
          for (int i = 0; i < times; i++) {
            RelayLeader.of(cluster, ServiceFaults.anyService(random)).cut();
            ground.hold(random, Duration.ofSeconds(2));
          }
        });
  }
}
