package health.backstep.session.batch.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.TraceParent;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.KeptAnswer;
import health.backstep.backbone.rest.OneStatement;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.session.workout.edge.Grounds;
import health.backstep.session.workout.edge.Grounds.Ground;
import health.backstep.session.workout.edge.Grounds.Place;
import health.backstep.session.workout.edge.SessionAtOnce;
import health.backstep.session.workout.edge.SessionStatement;
import health.backstep.session.workout.edge.SessionStatement.Outcome;
import health.backstep.session.workout.edge.WorkingOutSession;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records the sessions with which patients' items begin, as far as they need nothing but
 * themselves, many by one statement. Each is recorded or left by itself; whatever is left finds
 * nothing of it written, and goes to {@link RecordingItem}.
 */
@RequestScoped
class RecordingSessionsAtOnce {

  private static final Logger LOG = Logger.getLogger(RecordingSessionsAtOnce.class);

  /** Sessions of a statement: a patient's others wait until it is through. */
  private static final int STATEMENT = 100;

  /** On what is remembered, on what is read then, and once more where others were faster. */
  private static final int ATTEMPTS = 3;

  /** An item with what is stored for it. */
  private record Worked(ReadItem read, SessionAtOnce session, KeptAnswer kept) {

    ItemAnswer answer() {
      return new ItemAnswer(read.item().id(), kept.status(), kept.location(), kept.body(), null);
    }
  }

  private final Caller caller;
  private final OneStatement one;
  private final Sandbox sandbox;
  private final Grounds grounds;
  private final WorkingOutSession working;
  private final SessionStatement statement;

  RecordingSessionsAtOnce(
      Caller caller,
      OneStatement one,
      Sandbox sandbox,
      Grounds grounds,
      WorkingOutSession working,
      SessionStatement statement) {
    this.caller = caller;
    this.one = one;
    this.sandbox = sandbox;
    this.grounds = grounds;
    this.working = working;
    this.statement = statement;
  }

  /**
   * Gives what it records its answers.
   *
   * @param byPatient each patient's items in their order
   */
  void record(List<List<ReadItem>> byPatient, ItemAnswer[] answers, BooleanSupplier inTime) {
    Tenant tenant = caller.tenant();
    if (sandbox.is(tenant)) {
      return;
    }
    try {
      List<List<ReadItem>> left = inOrderOfPatients(byPatient);
      for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
        left = overtaken(left, recordOnce(tenant, left, answers, inTime), answers);
      }
    } catch (DatabaseFailure away) {
      LOG.debugf("Items are recorded one by one after %s", Failures.name(away));
    }
  }

  /** Whose course had changed since it was read. */
  private Set<UUID> recordOnce(
      Tenant tenant, List<List<ReadItem>> byPatient, ItemAnswer[] answers, BooleanSupplier inTime) {
    Map<Place, Ground> known = grounds.find(tenant, places(tenant, byPatient));
    Set<UUID> changed = new HashSet<>();
    List<Worked> together = new ArrayList<>();
    for (List<ReadItem> ofOnePatient : byPatient) {
      together.addAll(workOut(tenant, ofOnePatient, known));
      if (together.size() >= STATEMENT) {
        changed.addAll(store(tenant, together, answers, inTime));
        together.clear();
      }
    }
    changed.addAll(store(tenant, together, answers, inTime));
    return changed;
  }

  /** What is left of the patients with whom others were faster; it is read anew. */
  private static List<List<ReadItem>> overtaken(
      List<List<ReadItem>> byPatient, Set<UUID> changed, ItemAnswer[] answers) {
    return byPatient.stream()
        .filter(ofOnePatient -> changed.contains(patient(ofOnePatient)))
        .map(
            ofOnePatient ->
                ofOnePatient.stream().filter(read -> answers[read.position()] == null).toList())
        .filter(ofOnePatient -> !ofOnePatient.isEmpty())
        .toList();
  }

  private static UUID patient(List<ReadItem> ofOnePatient) {
    return ofOnePatient.getFirst().item().patientId();
  }

  /** Whoever locks several patients does it in this order, so that no two wait for each other. */
  private static List<List<ReadItem>> inOrderOfPatients(List<List<ReadItem>> byPatient) {
    return byPatient.stream()
        .sorted(Comparator.comparing(RecordingSessionsAtOnce::patient))
        .toList();
  }

  private static List<Place> places(Tenant tenant, List<List<ReadItem>> byPatient) {
    return byPatient.stream()
        .flatMap(List::stream)
        .map(ReadItem::item)
        .filter(item -> item.session() != null)
        .map(item -> place(tenant, item))
        .distinct()
        .toList();
  }

  private static Place place(Tenant tenant, BatchItem item) {
    return new Place(tenant, item.patientId(), item.session().planVersion());
  }

  /** Each on the one before it, up to the first that takes the plain way. */
  private List<Worked> workOut(
      Tenant tenant, List<ReadItem> ofOnePatient, Map<Place, Ground> known) {
    List<Worked> worked = new ArrayList<>();
    @Nullable Ground reached = null;
    for (ReadItem read : ofOnePatient) {
      Optional<SessionAtOnce> session = workOut(tenant, read.item(), known, reached);
      if (session.isEmpty()) {
        break;
      }
      worked.add(new Worked(read, session.get(), keep(read.item(), session.get())));
      reached = session.get().after();
    }
    return worked;
  }

  private Optional<SessionAtOnce> workOut(
      Tenant tenant, BatchItem item, Map<Place, Ground> known, @Nullable Ground reached) {
    if (item.session() == null) {
      return Optional.empty();
    }
    Place place = place(tenant, item);
    Cause cause = Cause.request(Uuid7.next(), TraceParent.current().orElse(null));
    return Optional.ofNullable(known.get(place))
        .map(ground -> reached == null ? ground : reached.with(ground.plan()))
        .flatMap(ground -> working.on(ground, place, item.session(), cause));
  }

  private KeptAnswer keep(BatchItem item, SessionAtOnce session) {
    return one.keepPart(
        item.id().toString(),
        RecordingItem.ofSession(item.patientId()),
        item.session(),
        session.answer().created(item.patientId()));
  }

  /** Whose course had changed; what was recorded has its answer. */
  private Set<UUID> store(
      Tenant tenant, List<Worked> together, ItemAnswer[] answers, BooleanSupplier inTime) {
    if (together.isEmpty() || !inTime.getAsBoolean()) {
      return Set.of();
    }
    List<Outcome> outcomes =
        statement.execute(
            tenant,
            together.stream()
                .map(worked -> worked.session().toRecord(worked.kept(), worked.read().item().id()))
                .toList());
    Set<UUID> changed = new HashSet<>();
    for (int i = 0; i < together.size(); i++) {
      Worked worked = together.get(i);
      if (outcomes.get(i) == Outcome.RECORDED) {
        working.recorded(worked.session());
        answers[worked.read().position()] = worked.answer();
      } else {
        working.notRecorded(worked.session());
      }
      if (outcomes.get(i) == Outcome.CHANGED) {
        changed.add(worked.read().item().patientId());
      }
    }
    return changed;
  }
}
