package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.audit.AuditLog;
import health.backstep.stack.audit.CheckedChain;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The services' audit logs, followed as {@code ./backstep audit verify} follows them. */
final class AuditChains {

  private AuditChains() {}

  /** Where a chain is not as it was written, and services that have no line at all. */
  static List<String> faults(Cluster cluster) {
    List<String> faults = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      List<CheckedChain> chains = of(cluster, service, log -> log.check(List.of(), () -> {}));
      if (chains.isEmpty()) {
        faults.add(service.processName() + " has no audit log");
      }
      for (CheckedChain chain : chains) {
        chain
            .broken()
            .map(
                broken ->
                    "%s's audit log of %s is broken: line %d %s"
                        .formatted(
                            service.processName(),
                            chain.end().chain(),
                            broken.sequence(),
                            broken.what()))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  /** How many lines have no place in a chain yet. */
  static long waiting(Cluster cluster) {
    long lines = 0;
    for (ServiceName service : ServiceName.values()) {
      lines += of(cluster, service, log -> log.waiting().lines());
    }
    return lines;
  }

  private static <T> T of(Cluster cluster, ServiceName service, Function<AuditLog, T> question) {
    try (ServiceDatabase database = ServiceDatabase.of(service, cluster.connect(service))) {
      return question.apply(new AuditLog(database));
    } catch (SQLException e) {
      throw new IllegalStateException(service.processName() + "'s database cannot be read", e);
    }
  }
}
