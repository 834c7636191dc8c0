package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Broker;
import health.backstep.faults.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Brokers that die, stand still, stay away or come back empty. */
final class BrokerFaults {

  private static final Set<Area> HURT = Set.of(Area.BROKERS);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Duration MINUTES = Duration.ofMinutes(2);

  /** Longer than a producer waits for one answer (5 s). */
  private static final Duration NOTICED = Duration.ofSeconds(7);

  private BrokerFaults() {}

  static List<Fault> all() {
    return List.of(kill(), freeze(), oneDown(), twoDown(), allDown(), wiped(), new KafkaLost());
  }

  static Fault kill() {
    return Fault.of(
        "kill -9 broker",
        HURT,
        (cluster, random, ground) -> {
          Broker struck = some(cluster, 1, random).getFirst();
          try {
            struck.kill();
            ground.hold(random, A_MOMENT);
          } finally {
            Revival.of(struck);
          }
        });
  }

  static Fault freeze() {
    return Fault.of(
        "freeze broker",
        HURT,
        (cluster, random, ground) -> {
          Broker struck = some(cluster, 1, random).getFirst();
          struck.freeze();
          try {
            ground.hold(A_WHILE, NOTICED);
          } finally {
            struck.thaw();
          }
        });
  }

  static Fault oneDown() {
    return Fault.of(
        "one broker down",
        HURT,
        (cluster, random, ground) ->
            down(some(cluster, 1, random), ground.paced(A_WHILE, NOTICED)));
  }

  /** Below the two that have to acknowledge: nothing can be sent, and nothing may be lost. */
  static Fault twoDown() {
    return Fault.of(
        "two brokers down",
        HURT,
        (cluster, random, ground) ->
            down(some(cluster, 2, random), ground.paced(A_WHILE, NOTICED)));
  }

  static Fault allDown() {
    return Fault.of(
        "Kafka down for minutes",
        HURT,
        (cluster, random, ground) ->
            down(some(cluster, cluster.brokers().size(), random), ground.paced(MINUTES, NOTICED)));
  }

  /** Its disk is lost; the two others give it everything again. */
  static Fault wiped() {
    return Fault.of(
        "one broker's data wiped",
        HURT,
        (cluster, random, ground) -> {
          Replicas.of(cluster).awaitWhole();
          Broker struck = some(cluster, 1, random).getFirst();
          try {
            struck.kill();
            struck.wipe();
            ground.hold(random, A_MOMENT);
          } finally {
            Revival.of(struck);
          }
          Replicas.of(cluster).awaitWhole();
        });
  }

  static List<Broker> some(Cluster cluster, int howMany, RandomGenerator random) {
    List<Broker> brokers = new ArrayList<>(cluster.brokers());
    Collections.shuffle(brokers, random);
    return brokers.subList(0, howMany);
  }

  private static void down(List<Broker> struck, Duration howLong) throws InterruptedException {
    try {
      struck.forEach(Broker::stop);
      Thread.sleep(howLong);
    } finally {
      Revival.of(struck);
    }
  }
}
