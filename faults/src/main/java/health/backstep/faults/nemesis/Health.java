package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the platform as a whole works. What is cheap to ask is asked first. */
record Health(Cluster cluster, Probe probe) implements BooleanSupplier {

  static List<Part> parts(Cluster cluster) {
    List<Part> parts = new ArrayList<>(cluster.instances());
    parts.add(cluster.database());
    parts.addAll(cluster.brokers());
    return parts;
  }

  /** True when all parts are ready and a request goes through. */
  @Override
  public boolean getAsBoolean() {
    return cluster.instances().stream().allMatch(Part::isReady)
        && Waiting.trying(probe::works).getAsBoolean()
        && cluster.database().isReady()
        && cluster.brokers().stream().allMatch(Part::isReady);
  }
}
