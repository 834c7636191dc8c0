package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the platform as a whole works. */
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
    return parts(cluster).stream().allMatch(Part::isReady)
        && Waiting.trying(probe::works).getAsBoolean();
  }

  /** What is not ready at the moment, for people. */
  String complaint() {
    List<String> away =
        parts(cluster).stream().filter(part -> !part.isReady()).map(Part::name).toList();
    return away.isEmpty() ? "the probe fails" : String.join(", ", away) + " not ready";
  }
}
