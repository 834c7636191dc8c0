package health.backstep.backbone.audit;

import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
import health.backstep.wire.audit.ChainHead;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Links lines to their chains: what this process has in memory, and what writes of any instance
 * have stored. All instances do so, one at a time. No call waits for it.
 */
@ApplicationScoped
public class Linking {

  private static final Logger LOG = Logger.getLogger(Linking.class);
  private static final String NAME = "audit-links";

  /** A frozen process must not keep the others from linking. */
  private static final String LIMITS =
      """
      select set_config('idle_in_transaction_session_timeout', '5s', true),
        set_config('lock_timeout', '8s', true)
      """;

  private static final String LOCK = "select pg_advisory_xact_lock(audit_lock())";

  private final Backlog backlog;
  private final AuditConfig config;
  private final AllTenants tenants;
  private final Watch watch;

  /** What was taken from memory and is not known to be stored. */
  private List<NewLine> inHand = List.of();

  /**
   * A line that is there if the last attempt to store them was done, whatever came of its commit.
   */
  private @Nullable ChainHead proof;

  private final AtomicLong upToDate = new AtomicLong(System.nanoTime());

  Linking(Backlog backlog, AuditConfig config, AllTenants tenants, MeterRegistry metrics) {
    this.backlog = backlog;
    this.config = config;
    this.tenants = tenants;
    this.watch = new Watch(NAME, tenants, config.linkEvery(), this::look);
    TimeGauge.builder(
            "backstep.audit.behind",
            upToDate,
            TimeUnit.NANOSECONDS,
            last -> System.nanoTime() - last.get())
        .description("since this instance last saw all lines of the audit log linked")
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    watch.start();
  }

  /** What is in memory is stored before the process ends in order. */
  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    watch.stop();
    try (Connection connection = tenants.connect(NAME)) {
      look(connection);
    } catch (SQLException e) {
      LOG.errorf("Lines of the audit log were lost at the end: SQLSTATE %s", e.getSQLState());
    }
  }

  private synchronized void look(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = step(connection);
    }
    upToDate.set(System.nanoTime());
  }

  /** Whether there is probably more to do. */
  private boolean step(Connection connection) throws SQLException {
    if (inHand.isEmpty()) {
      inHand = backlog.take(config.step());
    }
    boolean any = !inHand.isEmpty() || UnlinkedLines.areThere(connection);
    boolean more = any && link(connection);
    connection.commit();
    inHand = List.of();
    proof = null;
    return more;
  }

  private boolean link(Connection connection) throws SQLException {
    execute(connection, LIMITS);
    execute(connection, LOCK);
    forgetWhatIsStored(connection);
    List<NewLine> lines = UnlinkedLines.take(connection, config.step());
    boolean more = lines.size() == config.step() || backlog.holds(config.step());
    lines.addAll(inHand);
    for (ChainHead end : Chains.link(connection, lines)) {
      proof = inHand.isEmpty() || !end.chain().equals(inHand.getLast().chain()) ? proof : end;
    }
    return more;
  }

  /**
   * The last commit may have been done though it was never confirmed; behind the lock it is known.
   */
  private void forgetWhatIsStored(Connection connection) throws SQLException {
    if (proof != null && Chains.have(connection, proof)) {
      inHand = List.of();
    }
    proof = null;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
