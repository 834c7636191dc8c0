package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Something that goes wrong. It is put right again by the fault itself; after that the services
 * have to recover without help.
 */
public interface Fault {

  /** Such as {@code kill -9 plan-service}; the row of the table. */
  String name();

  /** What it hurts, or needs whole while it strikes. */
  Set<Area> areas();

  /** Why it cannot be done on this machine; empty when it can. */
  default String impossibleBecause(Cluster cluster) {
    return "";
  }

  /**
   * Does harm for a while and puts it right again; the randomness comes from the seed.
   *
   * @throws Exception when the harm could not be done as planned; it is put right all the same
   */
  void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception;

  /** A fault that can be done anywhere. */
  static Fault of(String name, Set<Area> areas, Harm harm) {
    return new PlainFault(name, areas, _ -> "", harm);
  }

  /** A fault that has to come between each instance and its database. */
  static Fault atTheDatabase(String name, Set<Area> areas, Harm harm) {
    return new PlainFault(name, areas, PlainFault::barred, harm);
  }

  /** What a fault does. */
  @FunctionalInterface
  interface Harm {
    void on(Cluster cluster, RandomGenerator random, Ground ground) throws Exception;
  }

  /** A name, what stands in its way, and what is done. */
  record PlainFault(String name, Set<Area> areas, Function<Cluster, String> impossible, Harm harm)
      implements Fault {

    @Override
    public String impossibleBecause(Cluster cluster) {
      return impossible.apply(cluster);
    }

    private static String barred(Cluster cluster) {
      return cluster.instances().stream().allMatch(instance -> instance.toDatabase().isPresent())
          ? ""
          : "nobody can stand between the services and their database";
    }

    @Override
    public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
      harm.on(cluster, random, ground);
    }
  }
}
