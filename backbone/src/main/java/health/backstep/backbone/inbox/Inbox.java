package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes each event in once and in order, whatever the wire does: a duplicate is dropped, an early
 * event is parked until its predecessors have come, and what cannot be handled is dead-lettered
 * while the patient's later events go on.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);

  /** Every batch locks its patients in this order, so that no two wait for each other. */
  private static final Comparator<ReadEvent> BY_PATIENT =
      Comparator.comparing(read -> read.event().patientId());

  private final TenantTransaction transaction;
  private final TakingTogether together;
  private final Taking taking;
  private final TakingForCertain takingForCertain;
  private final ParkedEvents parked;
  private final Handling handling;

  Inbox(
      TenantTransaction transaction,
      TakingTogether together,
      Taking taking,
      TakingForCertain takingForCertain,
      ParkedEvents parked,
      Handling handling) {
    this.transaction = transaction;
    this.together = together;
    this.taking = taking;
    this.takingForCertain = takingForCertain;
    this.parked = parked;
    this.handling = handling;
  }

  Set<String> topics() {
    return handling.topics();
  }

  /**
   * Takes records in, all those of a tenant in one transaction.
   *
   * @return those that are left to be taken one by one, because they or one beside them failed
   */
  List<IncomingRecord> takeTogether(List<IncomingRecord> records) {
    Set<IncomingRecord> done = Collections.newSetFromMap(new IdentityHashMap<>());
    records.stream().filter(handling::passesOver).forEach(done::add);
    List<IncomingRecord> wanted = records.stream().filter(read -> !done.contains(read)).toList();
    for (Map.Entry<Tenant, List<ReadEvent>> batch : byTenant(wanted).entrySet()) {
      try {
        transaction.run(batch.getKey(), () -> takeInTransaction(batch.getValue()));
        batch.getValue().forEach(read -> done.add(read.record()));
      } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
        LOG.debugf("A batch is taken one by one after %s", Failures.name(e));
      }
    }
    return records.stream().filter(incoming -> !done.contains(incoming)).toList();
  }

  /** Brings one record to an end, and then what was parked behind it; each by itself. */
  void take(IncomingRecord incoming, Pause pause) {
    try {
      take(
          RecordReader.read(incoming),
          read -> takingForCertain.take(read, pause),
          stream -> next(stream, pause));
    } catch (Refused e) {
      takingForCertain.refuse(incoming, e, pause);
    }
  }

  /** Takes in what is parked and has its turn; each by itself. */
  void takeParked(EventStream stream, Pause pause) {
    takeParked(stream, read -> takingForCertain.take(read, pause), waiting -> next(waiting, pause));
  }

  private void takeInTransaction(List<ReadEvent> batch) {
    if (together.take(batch)) {
      return;
    }
    for (ReadEvent read : batch) {
      take(read, taking::take, parked::next);
    }
  }

  private static void take(
      ReadEvent incoming,
      Function<ReadEvent, Then> taking,
      Function<EventStream, Optional<IncomingRecord>> next) {
    Then then;
    do {
      then = taking.apply(incoming);
      if (then != Then.NOTHING) {
        takeParked(incoming.stream(), taking, next);
      }
    } while (then == Then.PARKED_COMES_FIRST);
  }

  private static void takeParked(
      EventStream stream,
      Function<ReadEvent, Then> taking,
      Function<EventStream, Optional<IncomingRecord>> next) {
    Then then = Then.PARKED_IS_NEXT;
    while (then != Then.NOTHING) {
      Optional<ReadEvent> parked = next.apply(stream).map(RecordReader::readAgain);
      then = parked.map(taking).orElse(Then.NOTHING);
    }
  }

  private Optional<IncomingRecord> next(EventStream stream, Pause pause) {
    return takingForCertain.read(new Tenant(stream.tenant()), () -> parked.next(stream), pause);
  }

  /** What cannot be read is left out, to be refused by itself. */
  private static Map<Tenant, List<ReadEvent>> byTenant(List<IncomingRecord> records) {
    Map<Tenant, List<ReadEvent>> batches = new LinkedHashMap<>();
    for (IncomingRecord incoming : records) {
      try {
        ReadEvent read = RecordReader.read(incoming);
        batches.computeIfAbsent(read.tenant(), tenant -> new ArrayList<>()).add(read);
      } catch (Refused e) {
        LOG.debugf("A record of %s cannot be read", incoming.topic());
      }
    }
    batches.values().forEach(batch -> batch.sort(BY_PATIENT));
    return batches;
  }
}
