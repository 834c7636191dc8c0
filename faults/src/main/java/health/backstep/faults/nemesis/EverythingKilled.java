package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The power fails: all parts die in a random order and come back in another one. The services have
 * to come up whatever else is not there yet.
 */
final class EverythingKilled implements Fault {

  private static final Duration BETWEEN = Duration.ofMillis(1500);

  @Override
  public String name() {
    return "everything killed, started in random order";
  }

  @Override
  public Set<Area> areas() {
    return Area.EVERYTHING;
  }

  @Override
  public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
    List<Part> parts = new ArrayList<>(Health.parts(cluster));
    try {
      Collections.shuffle(parts, random);
      for (Part part : parts) {
        part.kill();
        ground.hold(random, BETWEEN);
      }
      Collections.shuffle(parts, random);
      for (Part part : parts) {
        part.start();
        ground.hold(random, BETWEEN);
      }
    } finally {
      Revival.of(cluster.database());
      Revival.of(cluster.brokers());
      cluster.instances().forEach(Part::start);
    }
  }
}
