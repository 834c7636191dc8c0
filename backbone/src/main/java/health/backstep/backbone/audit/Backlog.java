package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditEntry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lines in memory that are not stored yet: of reads and refused calls. Nothing is dropped. It grows
 * over its bound only by the calls that are under way when it is reached, because new ones wait at
 * the door.
 */
@ApplicationScoped
class Backlog {

  private final Queue<NewLine> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int bound;

  Backlog(AuditConfig config, MeterRegistry metrics) {
    this.bound = config.waitingLines();
    Gauge.builder("backstep.audit.waiting", size::get).register(metrics);
  }

  void add(NewLine line) {
    size.incrementAndGet();
    lines.add(line);
  }

  boolean isFull() {
    return holds(bound);
  }

  /** Whether at least so many wait. */
  boolean holds(int lines) {
    return size.get() >= lines;
  }

  /**
   * Takes up to so many out, the oldest first. Calls that tell of nobody and nothing in particular
   * become one line with their number: a flood of them must not fill the database.
   */
  List<NewLine> take(int most) {
    Map<NewLine, NewLine> taken = new LinkedHashMap<>();
    for (int i = 0; i < most; i++) {
      NewLine line = lines.poll();
      if (line == null) {
        break;
      }
      size.decrementAndGet();
      taken.merge(kind(line), line, Backlog::together);
    }
    return List.copyOf(taken.values());
  }

  /** Lines of one kind are alike in all but their time; any other line is a kind of its own. */
  private static NewLine kind(NewLine line) {
    AuditEntry entry = line.entry();
    return entry.traceId() != null || line.ids() != null
        ? line
        : new NewLine(line.chain(), timeless(entry), null);
  }

  private static AuditEntry timeless(AuditEntry entry) {
    return new AuditEntry(
        Instant.EPOCH,
        entry.client(),
        entry.operation(),
        entry.objectType(),
        null,
        entry.status(),
        entry.code(),
        1,
        null);
  }

  private static NewLine together(NewLine one, NewLine other) {
    long calls = one.entry().times() + other.entry().times();
    return new NewLine(one.chain(), one.entry().times(calls), null);
  }
}
