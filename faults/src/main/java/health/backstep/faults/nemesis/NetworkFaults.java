package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.faults.proxy.TcpProxy;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Connections that break at the worst moment. */
final class NetworkFaults {

  private static final Set<Area> AT_THE_COMMIT = Set.of(Area.NETWORK, Area.DATABASE, Area.SERVICES);
  private static final Set<Area> AT_THE_ANSWER = Set.of(Area.NETWORK, Area.SERVICES);
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration CUT_OFF = Duration.ofSeconds(20);
  private static final Duration NOTICED = Duration.ofSeconds(6);

  private NetworkFaults() {}

  static List<Fault> all() {
    return List.of(
        resetBeforeCommit(), resetAfterCommit(), answersCut(), clientsCut(), cutOffFromDatabase());
  }

  /** The change is lost, and the service knows nothing of it. */
  static Fault resetBeforeCommit() {
    return atTheCommit(
        "connection reset before COMMIT", (proxy, times) -> proxy.resetBefore("COMMIT", times));
  }

  /** The change is done, and the service is never told. */
  static Fault resetAfterCommit() {
    return atTheCommit(
        "connection reset after COMMIT", (proxy, times) -> proxy.resetAfter("COMMIT", times));
  }

  /** The service did what it was asked, and the client is never told. */
  static Fault answersCut() {
    return Fault.of(
        "answer cut after the request",
        AT_THE_ANSWER,
        (cluster, random, ground) ->
            reset(
                proxies(cluster, Instance::clients),
                random,
                ground,
                (proxy, times) -> proxy.resetAfter("POST /", times)));
  }

  static Fault clientsCut() {
    return Fault.of(
        "clients' connections reset",
        AT_THE_ANSWER,
        (cluster, random, ground) -> {
          for (Instance instance : cluster.instances()) {
            instance.clients().resetAll();
            ground.hold(random, Duration.ofSeconds(1));
          }
        });
  }

  static Fault cutOffFromDatabase() {
    return Fault.atTheDatabase(
        "an instance cut off from PostgreSQL",
        Set.of(Area.NETWORK, Area.DATABASE),
        (cluster, random, ground) -> {
          ServiceName service = ServiceFaults.anyService(random);
          TcpProxy wall = ServiceFaults.any(cluster, service, random).toDatabase().orElseThrow();
          wall.shut();
          try {
            ground.hold(CUT_OFF, NOTICED);
          } finally {
            wall.open();
          }
        });
  }

  private static Fault atTheCommit(String name, Order order) {
    return Fault.atTheDatabase(
        name,
        AT_THE_COMMIT,
        (cluster, random, ground) ->
            reset(
                proxies(cluster, instance -> instance.toDatabase().orElseThrow()),
                random,
                ground,
                order));
  }

  private static List<TcpProxy> proxies(Cluster cluster, Function<Instance, TcpProxy> at) {
    return cluster.instances().stream().map(at).toList();
  }

  /** At every instance, until all of it has happened or there was no traffic to happen to. */
  private static void reset(
      List<TcpProxy> proxies, RandomGenerator random, Ground ground, Order order)
      throws InterruptedException {
    int times = random.nextInt(3, 9);
    int before = resets(proxies);
    proxies.forEach(proxy -> order.give(proxy, times));
    try {
      Waiting.until(
          () -> resets(proxies) - before >= times * proxies.size(),
          LOOK_EVERY,
          ground.paced(AT_MOST));
    } finally {
      proxies.forEach(TcpProxy::passAgain);
    }
    if (resets(proxies) == before) {
      throw new IllegalStateException("nothing passed that could be reset");
    }
  }

  private static int resets(List<TcpProxy> proxies) {
    return proxies.stream().mapToInt(TcpProxy::resets).sum();
  }

  private interface Order {
    void give(TcpProxy proxy, int times);
  }
}
