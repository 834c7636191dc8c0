package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import java.util.random.RandomGenerator;

/**
 * Something that goes wrong. It is put right again by the fault itself; after that the services
 * have to recover without help.
 */
public interface Fault {

  /** Such as {@code kill -9 plan-service}; the row of the table. */
  String name();

  /** Whether it can be done on this machine, with the reason when it cannot. */
  default String impossibleBecause(Cluster cluster) {
    return "";
  }

  /** Does harm for a while and puts it right again; the randomness comes from the seed. */
  void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception;
}
