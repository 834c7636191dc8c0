package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Services that die, are stopped or stand still. Of several instances one is struck. */
final class ServiceFaults {

  private static final Set<Area> HURT = Set.of(Area.SERVICES);
  private static final Duration DEAD_FOR = Duration.ofSeconds(5);
  private static final Duration BLINK = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Longer than a consumer may be silent (6 s) and longer than the relay's lease (5 s). */
  static final Duration OUTLASTING_THE_LEASES = Duration.ofSeconds(9);

  private ServiceFaults() {}

  static List<Fault> all() {
    return Stream.of(ServiceName.values())
        .flatMap(
            service ->
                Stream.of(
                    kill(service), terminate(service), freezeBriefly(service), freeze(service)))
        .toList();
  }

  static Fault kill(ServiceName service) {
    return Fault.of(
        "kill -9 " + service.processName(),
        HURT,
        (cluster, random, ground) -> {
          Instance struck = any(cluster, service, random);
          struck.kill();
          try {
            ground.hold(random, DEAD_FOR);
          } finally {
            struck.start();
          }
        });
  }

  static Fault terminate(ServiceName service) {
    return Fault.of(
        "SIGTERM under load " + service.processName(),
        HURT,
        (cluster, random, ground) -> {
          Instance struck = any(cluster, service, random);
          try {
            struck.stop();
            ground.hold(random, DEAD_FOR);
          } finally {
            struck.start();
          }
        });
  }

  /** Shorter than any timeout: nobody takes over, and nothing may be done twice. */
  static Fault freezeBriefly(ServiceName service) {
    return Fault.of(
        "short freeze " + service.processName(),
        HURT,
        (cluster, random, ground) ->
            frozen(any(cluster, service, random), ground.paced(BLINK, Duration.ofSeconds(1))));
  }

  /** Its partitions and its relay go to others, and then it wakes and believes they are its own. */
  static Fault freeze(ServiceName service) {
    return Fault.of(
        "freeze beyond the leases " + service.processName(),
        HURT,
        (cluster, random, ground) ->
            frozen(any(cluster, service, random), ground.paced(LONG, OUTLASTING_THE_LEASES)));
  }

  static void frozen(Instance struck, Duration howLong) throws InterruptedException {
    struck.freeze();
    try {
      Thread.sleep(howLong);
    } finally {
      struck.thaw();
    }
  }

  static Instance any(Cluster cluster, ServiceName service, RandomGenerator random) {
    List<Instance> instances = cluster.instances(service);
    return instances.get(random.nextInt(instances.size()));
  }

  static ServiceName anyService(RandomGenerator random) {
    List<ServiceName> all = List.of(ServiceName.values());
    return all.get(random.nextInt(all.size()));
  }
}
