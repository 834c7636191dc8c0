package health.backstep.backbone.inbox;

import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The only rule by which a gap is given up: the event of the stream that is parked longest has
 * waited longer than the limit, and this instance has read what came in an outage. The missing
 * numbers are remembered, so that what comes late is still taken in, and the parked events go on in
 * order.
 */
@ApplicationScoped
class GapRule {

  private static final Logger LOG = Logger.getLogger(GapRule.class);
  private static final String GIVEN_UP = "backstep.inbox.gaps.given.up";

  private final TenantTransaction transaction;
  private final InboxStreams streams;
  private final ParkedEvents parked;
  private final Gaps gaps;
  private final Inbox inbox;
  private final AfterCommit afterCommit;
  private final MeterRegistry metrics;
  private final DeadLetters deadLetters;
  private final CatchingUp catchingUp;
  private final InboxConfig config;

  GapRule(
      TenantTransaction transaction,
      InboxStreams streams,
      ParkedEvents parked,
      Gaps gaps,
      Inbox inbox,
      AfterCommit afterCommit,
      MeterRegistry metrics,
      DeadLetters deadLetters,
      CatchingUp catchingUp,
      InboxConfig config) {
    this.transaction = transaction;
    this.streams = streams;
    this.parked = parked;
    this.gaps = gaps;
    this.inbox = inbox;
    this.afterCommit = afterCommit;
    this.metrics = metrics;
    this.deadLetters = deadLetters;
    this.catchingUp = catchingUp;
    this.config = config;
  }

  /** Counts from zero, so that the first gap is seen as a change. */
  void start(@Observes StartupEvent started) {
    metrics.counter(GIVEN_UP);
  }

  /** Lets a stream go on as far as the rule allows; several instances may do so at once. */
  void apply(EventStream stream, Pause pause) {
    Tenant tenant = new Tenant(stream.tenant());
    if (transaction.call(tenant, () -> streams.lock(stream).isEmpty())) {
      putAside(stream, tenant);
      return;
    }
    do {
      inbox.takeParked(stream, pause);
    } while (transaction.call(tenant, () -> giveUpFirstGap(stream)));
  }

  private boolean giveUpFirstGap(EventStream stream) {
    Optional<Position> at = streams.lock(stream);
    Optional<Long> first = parked.firstOfOverdue(stream, config.gapLimit());
    if (at.isEmpty() || first.isEmpty() || !catchingUp.isDone(config.gapLimit())) {
      return false;
    }
    long from = at.get().last() + 1;
    long to = first.get() - 1;
    if (to >= from) {
      gaps.open(stream, from, to, Gaps.Because.MISSING);
      streams.goPast(stream, to);
      afterCommit.run(() -> tell(stream, to - from + 1));
    }
    return first.get() >= from;
  }

  /** What was parked for a patient who turned out to be at home with another tenant. */
  private void putAside(EventStream stream, Tenant tenant) {
    Refused foreign = Taking.foreign();
    List<IncomingRecord> records = transaction.call(tenant, () -> parked.all(stream));
    transaction.run(
        TakingForCertain.NOBODY,
        () ->
            records.forEach(
                record -> deadLetters.put(record, foreign.why(), foreign.getMessage())));
    transaction.run(tenant, () -> parked.forget(stream));
  }

  private void tell(EventStream stream, long missing) {
    metrics.counter(GIVEN_UP).increment();
    LOG.warnf(
        "%d events of %s did not come within %s; the later ones go on without them",
        missing, stream.source(), config.gapLimit());
  }
}
