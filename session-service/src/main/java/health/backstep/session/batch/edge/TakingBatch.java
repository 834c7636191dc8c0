package health.backstep.session.batch.edge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.problem.PartProblem;
import health.backstep.backbone.problem.Problem;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.session.plan.edge.KnownPlans;
import health.backstep.session.workout.Arrival;
import health.backstep.session.workout.edge.UnknownPlan;
import health.backstep.wire.Refused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes the items of a batch in, patient by patient and each patient's in the order of their times:
 * the sessions with which a patient's items begin by few statements, and what is left one by one.
 * When one meets with a failure that passes, the patient's later ones are left with it: taken in
 * before it they could come to something else.
 */
@RequestScoped
class TakingBatch {

  private static final int AWAY = 503;

  private final ReadingItems reading;
  private final RecordingSessionsAtOnce atOnce;
  private final RecordingItem recording;
  private final KnownPlans plans;
  private final Call call;
  private final Caller caller;
  private final UriInfo uri;
  private final Duration limit;
  private final Duration grace;
  private Duration waited = Duration.ZERO;
  private @Nullable RuntimeException passing;

  TakingBatch(
      ReadingItems reading,
      RecordingSessionsAtOnce atOnce,
      RecordingItem recording,
      KnownPlans plans,
      Call call,
      Caller caller,
      UriInfo uri,
      @ConfigProperty(name = "backstep.batch-time-limit") Duration limit,
      @ConfigProperty(name = "backstep.plan-version-grace") Duration grace) {
    this.reading = reading;
    this.atOnce = atOnce;
    this.recording = recording;
    this.plans = plans;
    this.call = call;
    this.caller = caller;
    this.uri = uri;
    this.limit = limit;
    this.grace = grace;
  }

  /**
   * Gives every item its answer.
   *
   * @throws RuntimeException what passes, when it has kept every single item out
   */
  BatchAnswer take(List<JsonNode> items) {
    long begin = System.nanoTime();
    ItemAnswer[] answers = new ItemAnswer[items.size()];
    List<List<ReadItem>> byPatient =
        reading.read(items, answers).stream()
            .collect(groupingBy(read -> read.item().patientId(), LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(BatchOrder::of)
            .toList();
    atOnce.record(byPatient, answers, () -> isInTime(begin));
    byPatient.forEach(ofOnePatient -> take(ofOnePatient, answers, begin));
    BatchAnswer answer = new BatchAnswer(List.of(answers));
    if (passing != null && answer.items().stream().allMatch(ItemAnswer::mayYetBeRecorded)) {
      throw passing;
    }
    return answer;
  }

  private void take(List<ReadItem> ofOnePatient, ItemAnswer[] answers, long begin) {
    boolean goesOn = true;
    for (ReadItem read : ofOnePatient) {
      if (answers[read.position()] == null) {
        answers[read.position()] = goesOn && isInTime(begin) ? answer(read) : notNow(read);
      }
      goesOn = !answers[read.position()].mayYetBeRecorded();
    }
  }

  private boolean isInTime(long begin) {
    return System.nanoTime() - begin < limit.toNanos();
  }

  private ItemAnswer answer(ReadItem read) {
    try {
      return record(read.item());
    } catch (RuntimeException failure) {
      passing = DatabaseFailure.isPassing(failure) ? failure : passing;
      Problem problem = PartProblem.of(failure, uri, read.pointer());
      call.refusedPart(read.item().patientId(), problem);
      return ItemAnswer.refused(read.item().id(), problem);
    }
  }

  /** A plan version that may be on its way is waited for, over the whole batch as long as once. */
  private ItemAnswer record(BatchItem item) {
    try {
      return recording.record(item);
    } catch (ProblemException | Refused refused) {
      if (item.session() == null) {
        throw refused;
      }
      UnknownPlan.awaitAfter(refused, () -> await(item.patientId(), item.session().planVersion()));
      return recording.record(item);
    }
  }

  private Arrival await(UUID patientId, int version) {
    long begin = System.nanoTime();
    Arrival arrival = plans.await(caller.tenant(), patientId, version, grace.minus(waited));
    waited = waited.plusNanos(System.nanoTime() - begin);
    return arrival;
  }

  private ItemAnswer notNow(ReadItem read) {
    ProblemException later =
        new ProblemException(
            AWAY, "TEMPORARILY_UNAVAILABLE", "It was not looked at; send it again.", List.of());
    return ItemAnswer.refused(read.item().id(), PartProblem.of(later, uri, read.pointer()));
  }
}
