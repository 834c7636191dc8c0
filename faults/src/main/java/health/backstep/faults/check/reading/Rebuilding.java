package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.Rebuilt;
import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import health.backstep.stack.rebuild.Rebuilds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has every topic sent again from the outboxes and looks whether anything comes of it. */
public record Rebuilding(Cluster cluster) {

  private static final int LOOK_MILLIS = 500;

  private static final String OWN_TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('rebuild', 'operation', 'flyway_schema_history')
      order by 1
      """;

  private static final String PLANS =
      """
      select md5(coalesce(string_agg(patient_id || '/' || version || '/' || digest || '/'
        || cause_event_id, ',' order by patient_id, version), '')) from plan_version
      """;

  /**
   * Waits until all of it is sent and taken in again. One that a fault asked for goes first.
   *
   * @param limit for that
   */
  public Rebuilt rebuild(Duration limit) {
    Map<String, String> before = counts();
    if (!awaitSent(limit)) {
      return new Rebuilt(false, 0, before, before);
    }
    for (ServiceName service : ServiceName.values()) {
      ask(service);
    }
    boolean finished = awaitSent(limit) && new Quiet(cluster).await(limit);
    long resent = sum("select coalesce(sum(sent), 0) from rebuild");
    return new Rebuilt(finished, resent, before, counts());
  }

  private void ask(ServiceName service) {
    try (ServiceDatabase database = ServiceDatabase.of(service, cluster.connect(service))) {
      new Rebuilds(database).requestAll("fault run");
    } catch (SQLException e) {
      throw new IllegalStateException("a rebuild cannot be asked for: " + e.getMessage(), e);
    }
  }

  private boolean awaitSent(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (sum("select count(*) from rebuild where finished_at is null") > 0) {
      if (System.nanoTime() > deadline || !Pause.of(LOOK_MILLIS)) {
        return false;
      }
    }
    return true;
  }

  private long sum(String sql) {
    long sum = 0;
    for (ServiceName service : ServiceName.values()) {
      sum += Rows.reading(() -> cluster.connect(service), rows -> rows.number(sql));
    }
    return sum;
  }

  private Map<String, String> counts() {
    Map<String, String> counts = new TreeMap<>();
    for (ServiceName service : ServiceName.values()) {
      Rows.reading(
          () -> cluster.connect(service),
          rows -> {
            List<String> tables = rows.all(OWN_TABLES, row -> row.getString(1));
            tables.forEach(
                table ->
                    counts.put(
                        service.processName() + ", rows of " + table,
                        Long.toString(rows.number("select count(*) from " + table))));
            return tables;
          });
    }
    counts.put(
        "digest of all plans",
        Rows.reading(
            () -> cluster.connect(ServiceName.PLAN),
            rows -> rows.all(PLANS, row -> row.getString(1)).getFirst()));
    return counts;
  }
}
