package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.platform.ServiceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue. */
public final class Faults {

  private Faults() {}

  /** Every fault there is, also what cannot be done on this machine. */
  public static List<Fault> all() {
    return Stream.of(
            ServiceFaults.all(),
            RelayFaults.all(),
            BrokerFaults.all(),
            DatabaseFaults.all(),
            NetworkFaults.all(),
            DiskFaults.all(),
            RecordFaults.all(),
            GroupFaults.all(),
            List.of(new ClockStep(), new EverythingKilled()))
        .flatMap(List::stream)
        .toList();
  }

  /** What a round of about two minutes has time for. */
  public static List<Fault> shortRound() {
    return Stream.of(
            Stream.of(ServiceName.values()).map(ServiceFaults::kill),
            Stream.of(RelayFaults.freeze(), BrokerFaults.kill()),
            Stream.of(
                DatabaseFaults.cutConnections(),
                DatabaseFaults.immediateRestart(),
                DatabaseFaults.gone()),
            Stream.of(
                NetworkFaults.resetBeforeCommit(),
                NetworkFaults.resetAfterCommit(),
                NetworkFaults.answersCut()),
            RecordFaults.all().stream(),
            Stream.of(GroupFaults.replay(ServiceName.PLAN)))
        .<Fault>flatMap(faults -> faults)
        .toList();
  }

  /** After which every caller has been told that the services are away for the moment. */
  public static Fault databaseGone() {
    return DatabaseFaults.gone();
  }

  /** Those that can be done on this machine. */
  public static List<Fault> possible(List<Fault> faults, Cluster cluster) {
    return faults.stream().filter(fault -> fault.impossibleBecause(cluster).isEmpty()).toList();
  }

  /** Why the others cannot, by name. */
  public static Map<String, String> impossible(List<Fault> faults, Cluster cluster) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String reason = fault.impossibleBecause(cluster);
      if (!reason.isEmpty()) {
        reasons.put(fault.name(), reason);
      }
    }
    return reasons;
  }
}
