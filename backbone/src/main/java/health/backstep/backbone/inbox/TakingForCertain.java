package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.wire.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings one record to an end in a transaction of its own: taken in, or put aside with the reason.
 * A database that is away is waited for as long as it takes.
 */
@ApplicationScoped
class TakingForCertain {

  private static final Logger LOG = Logger.getLogger(TakingForCertain.class);

  /** Dead letters whose tenant cannot be believed belong to nobody. */
  static final Tenant NOBODY = new Tenant("unknown");

  private final TenantTransaction transaction;
  private final Taking taking;
  private final PuttingAside puttingAside;
  private final DeadLetters deadLetters;
  private final String consumer;

  TakingForCertain(
      TenantTransaction transaction,
      Taking taking,
      PuttingAside puttingAside,
      DeadLetters deadLetters,
      @ConfigProperty(name = "quarkus.application.name") String consumer) {
    this.transaction = transaction;
    this.taking = taking;
    this.puttingAside = puttingAside;
    this.deadLetters = deadLetters;
    this.consumer = consumer;
  }

  Then take(ReadEvent incoming, Pause pause) {
    Attempts attempts = new Attempts();
    Supplier<Then> next = () -> transaction.call(incoming.tenant(), () -> taking.take(incoming));
    while (true) {
      try {
        return next.get();
      } catch (Refused e) {
        next = () -> putAside(incoming, e.why(), e.getMessage());
      } catch (UnreadableEvent e) {
        next = () -> putAside(incoming, DeadLetterCause.PAYLOAD_UNREADABLE, e.getMessage());
      } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
        wait(incoming.record(), attempts, e, pause);
        String reason = "handling failed: " + attempts.lastFailure();
        if (attempts.areBeyondHope()) {
          next = () -> putAsideOfNobody(incoming.record(), DeadLetterCause.HANDLING_FAILED, reason);
        } else if (attempts.areUsedUp()) {
          next = () -> putAside(incoming, DeadLetterCause.HANDLING_FAILED, reason);
        }
      }
    }
  }

  /** Puts aside what could not even be read. */
  void refuse(IncomingRecord incoming, Refused refused, Pause pause) {
    Attempts attempts = new Attempts();
    while (true) {
      try {
        putAsideOfNobody(incoming, refused.why(), refused.getMessage());
        return;
      } catch (RuntimeException e) {
        wait(incoming, attempts, e, pause);
      }
    }
  }

  /** Reads from the database, however long it is away. */
  <T> T read(Tenant tenant, Supplier<T> query, Pause pause) {
    Attempts attempts = new Attempts();
    while (true) {
      try {
        return transaction.call(tenant, query);
      } catch (RuntimeException e) {
        LOG.warnf("The parked events are read again after %s", Failures.name(e));
        attempts.failed(e, this::databaseIsWell);
        pause.before(attempts.nextPause());
      }
    }
  }

  private Then putAside(ReadEvent incoming, DeadLetterCause cause, String reason) {
    if (cause.isOfNobody() || isForAnother(incoming.record(), cause)) {
      return putAsideOfNobody(incoming.record(), cause, reason);
    }
    return transaction.call(incoming.tenant(), () -> puttingAside.put(incoming, cause, reason));
  }

  private Then putAsideOfNobody(IncomingRecord incoming, DeadLetterCause cause, String reason) {
    if (!isForAnother(incoming, cause)) {
      transaction.run(NOBODY, () -> deadLetters.put(incoming, cause, reason));
    }
    return Then.NOTHING;
  }

  /** What was sent again for another service, and is not new here, concerns nobody here. */
  private boolean isForAnother(IncomingRecord incoming, DeadLetterCause cause) {
    return incoming.isReplayedForAnotherThan(consumer) && !cause.isOfAnEventWhoseTurnItWas();
  }

  /** Whether it answers to a transaction that wants nothing. */
  private boolean databaseIsWell() {
    try {
      transaction.run(NOBODY, () -> {});
      return true;
    } catch (RuntimeException e) {
      LOG.debugf("The database does not answer: %s", Failures.name(e));
      return false;
    }
  }

  private void wait(IncomingRecord incoming, Attempts attempts, Throwable failure, Pause pause) {
    attempts.failed(failure, this::databaseIsWell);
    LOG.warnf("A record of %s is tried again after %s", incoming.topic(), Failures.name(failure));
    pause.before(attempts.nextPause());
  }
}
