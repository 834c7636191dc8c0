package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.platform.ServiceName;

/** Reads a cluster that has come to rest. */
public record SnapshotReader(Cluster cluster) {

  public Snapshot read() throws InterruptedException {
    return new Snapshot(
        rows(ServiceName.PROFILE),
        rows(ServiceName.PLAN),
        rows(ServiceName.SESSION),
        PlanReader.read(cluster),
        TopicReader.read(cluster.kafka()),
        new Quiet(cluster).lag());
  }

  private ServiceRows rows(ServiceName service) {
    return Rows.reading(
        () -> cluster.connect(service), rows -> new ServiceReader(service, rows).read());
  }
}
