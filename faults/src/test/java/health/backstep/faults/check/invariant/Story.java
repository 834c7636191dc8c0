package health.backstep.faults.check.invariant;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.DeadLetterRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.InboxRow;
import health.backstep.faults.check.evidence.Listening;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.PlanRows;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.Rebuilt;
import health.backstep.faults.check.evidence.ResourceRow;
import health.backstep.faults.check.evidence.Sample;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.faults.check.evidence.StreamRow;
import health.backstep.faults.check.evidence.TenantRow;
import health.backstep.faults.check.evidence.Told;
import health.backstep.faults.check.evidence.WireRecord;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Injected;
import health.backstep.faults.nemesis.Strike;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The evidence of a run in which everything went well: a patient is registered and assessed, has a
 * session that hurts, and the plan steps back. Its lists are open, so that a test can spoil one.
 */
final class Story {

  static final String TENANT = "north-clinic";
  static final UUID PATIENT = new UUID(1, 1);
  static final UUID REGISTERED = new UUID(2, 1);
  static final UUID ASSESSED = new UUID(2, 2);
  static final UUID SESSION_DONE = new UUID(2, 3);
  static final UUID FLARE = new UUID(2, 4);
  static final UUID GENERATED = new UUID(2, 5);
  static final UUID REGRESSED = new UUID(2, 6);
  static final UUID MARK = new UUID(4, 1);
  static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

  private static final String REGISTRATION =
      "{\"patientId\": \"%s\", \"birthYear\": 1980}".formatted(PATIENT);
  private static final String ASSESSMENT =
      "{\"assessmentId\": \"a1\", \"eventId\": \"%s\"}".formatted(ASSESSED);
  private static final String SESSION_ANSWER =
      "{\"sessionId\": \"s1\", \"eventId\": \"%s\", \"flare\": {\"flareId\": \"f1\", \"eventId\": \"%s\", \"episode\": \"OPENED\"}}"
          .formatted(SESSION_DONE, FLARE);

  final Map<ServiceName, List<OutboxRow>> outbox = perService();
  final Map<ServiceName, List<InboxRow>> inbox = perService();
  final Map<ServiceName, List<StreamRow>> streams = perService();
  final Map<ServiceName, List<DeadLetterRow>> deadLetters = perService();
  final Map<ServiceName, List<AnswerRow>> answers = perService();
  final Map<ServiceName, List<ResourceRow>> resources = perService();
  final Map<ServiceName, List<TenantRow>> tenants = perService();
  final List<HistoryRow> history = new ArrayList<>();
  final List<VersionRow> versions = new ArrayList<>();
  final List<String> partings = new ArrayList<>();
  final List<WireRecord> wire = new ArrayList<>();
  final Map<String, Long> lag = new HashMap<>(Map.of("plan-service", 0L));
  final List<Attempt> journal = new ArrayList<>();
  final List<Injected> injected = new ArrayList<>();
  final List<Strike> strikes = new ArrayList<>();
  final List<Sample> samples = new ArrayList<>();
  final Map<String, String> after = new HashMap<>(Map.of("plans", "2"));
  boolean cameToRest = true;
  boolean rebuilt = true;
  boolean rebuildFinished = true;
  long parked;

  Story() {
    tell(PROFILE, REGISTERED, 1, "pt.profile.patient-recorded.v1", "", Told.NOTHING);
    tell(PROFILE, ASSESSED, 2, "pt.profile.assessment-completed.v1", "", Told.NOTHING);
    tell(SESSION, SESSION_DONE, 1, "pt.session.session-recorded.v1", "", Told.NOTHING);
    Told opened = new Told("OPENED", 0, "");
    tell(SESSION, FLARE, 2, "pt.session.pain-flare-reported.v1", "", opened);
    Told first = new Told("", 1, "d1");
    Told second = new Told("", 2, "d2");
    tell(PLAN, GENERATED, 1, "pt.plan.plan-generated.v1", ASSESSED.toString(), first);
    tell(PLAN, REGRESSED, 2, "pt.plan.plan-regressed.v1", FLARE.toString(), second);
    state(1, first);
    state(2, second);
    fold(1, REGISTERED, "pt.profile.patient-recorded.v1", false);
    fold(2, ASSESSED, "pt.profile.assessment-completed.v1", true);
    fold(3, SESSION_DONE, "pt.session.session-recorded.v1", false);
    fold(4, FLARE, "pt.session.pain-flare-reported.v1", true);
    versions.add(new VersionRow(TENANT, PATIENT, 1, "GENERATED", "d1", ASSESSED));
    versions.add(new VersionRow(TENANT, PATIENT, 2, "REGRESSED", "d2", FLARE));
    streams();
    answered(PROFILE, "POST patients", "k1", 201, REGISTRATION, Optional.of("\"0\""));
    answered(PROFILE, "POST assessments", "k2", 201, ASSESSMENT, Optional.empty());
    answered(SESSION, "POST sessions", "k3", 201, SESSION_ANSWER, Optional.empty());
    asked(SESSION, "POST sessions", "k3", 201, SESSION_ANSWER, Optional.empty());
    resource(PROFILE, "patient", PATIENT.toString(), "{\"birthYear\": 1980}");
    resource(PROFILE, "assessment", "a1", ASSESSMENT);
    resource(SESSION, "session", "s1", SESSION_ANSWER);
    resource(SESSION, "flare", "f1", "{}");
    tenants.get(PLAN).add(new TenantRow("plan_version", TENANT, PATIENT.toString()));
    poisoned();
    strikes.add(
        new Strike(
            "PostgreSQL frozen", AT, AT.plusSeconds(20), Optional.of(Duration.ofSeconds(1)), ""));
    asked(SESSION, "POST sessions", "k3", 503, "{}", Optional.empty());
    samples.add(sample(AT, 300, 0));
  }

  /** Whatever was made of this story's lists by then. */
  Evidence evidence() {
    Map<String, String> before = Map.of("plans", "2");
    return new Evidence(
        new Snapshot(
            rows(PROFILE),
            rows(PLAN),
            rows(SESSION),
            new PlanRows(history, versions, partings),
            wire,
            lag),
        journal,
        injected,
        strikes,
        samples,
        cameToRest,
        rebuilt ? Optional.of(new Rebuilt(rebuildFinished, 8, before, after)) : Optional.empty());
  }

  /** What one of the invariants comes to. */
  Finding finding(String invariant) {
    return Invariants.decide(evidence()).stream()
        .filter(finding -> finding.invariant().equals(invariant))
        .findFirst()
        .orElseThrow();
  }

  void asked(
      ServiceName service,
      String operation,
      String key,
      int status,
      String body,
      Optional<String> etag) {
    Optional<Integer> retryAfter = status == 503 ? Optional.of(1) : Optional.empty();
    Attempt.Answer answer = new Attempt.Answer(status, body, etag, retryAfter);
    journal.add(attempt(service, operation, key, Optional.of(answer)));
  }

  static Attempt attempt(
      ServiceName service, String operation, String key, Optional<Attempt.Answer> answer) {
    UUID patient = operation.equals("POST patients") ? null : PATIENT;
    return new Attempt(
        TENANT, patient, service, operation, key, "{}", AT, Duration.ofMillis(20), answer);
  }

  /** An event as it is decided, sent, and taken in by whoever listens. */
  void tell(ServiceName service, UUID id, long sequence, String type, String causation, Told told) {
    String topic = ServiceRows.topicOf(service);
    outbox.get(service).add(row(id, topic, sequence, type, causation, told));
    wire.add(onWire(topic, id, sequence, type, told));
    String source = "/" + service.processName();
    Listening.TO.forEach(
        (listener, tellers) -> {
          if (tellers.contains(service)) {
            inbox.get(listener).add(new InboxRow(TENANT, id, source, PATIENT, sequence, "APPLIED"));
          }
        });
  }

  WireRecord onWire(String topic, UUID id, long sequence, String type, Told told) {
    return onWire(topic, id, sequence, type, told, AT);
  }

  WireRecord onWire(String topic, UUID id, long sequence, String type, Told told, Instant sentAt) {
    return new WireRecord(
        topic,
        3,
        wire.size(),
        sentAt,
        PATIENT.toString(),
        TENANT,
        "/x",
        type,
        id.toString(),
        sequence,
        "",
        "",
        told);
  }

  static Sample sample(Instant at, long megabytes, double pending) {
    return new Sample(
        at,
        "plan-service-1",
        megabytes << 20,
        OptionalDouble.empty(),
        OptionalDouble.of(0),
        OptionalDouble.of(0),
        OptionalDouble.of(pending));
  }

  static JsonNode json(String text) {
    return Bodies.read(text);
  }

  private static OutboxRow row(
      UUID id, String topic, Long sequence, String type, String causation, Told told) {
    return new OutboxRow(
        TENANT, 1, id, topic, PATIENT.toString(), sequence, type, causation, true, told);
  }

  private void state(long sequence, Told told) {
    UUID id = new UUID(3, sequence);
    outbox.get(PLAN).add(row(id, "pt.plan.state.v1", sequence, "pt.plan.state.v1", "", told));
    wire.add(onWire("pt.plan.state.v1", id, sequence, "pt.plan.state.v1", told));
  }

  void fold(int ordinal, UUID event, String type, boolean folds) {
    history.add(new HistoryRow(TENANT, PATIENT, ordinal, event, type, AT, folds));
  }

  private void streams() {
    Listening.TO.forEach(
        (listener, tellers) ->
            tellers.forEach(
                teller ->
                    streams
                        .get(listener)
                        .add(new StreamRow(TENANT, "/" + teller.processName(), PATIENT, 2))));
  }

  private void answered(
      ServiceName service,
      String operation,
      String key,
      int status,
      String body,
      Optional<String> etag) {
    asked(service, operation, key, status, body, etag);
    answers.get(service).add(new AnswerRow(TENANT, key, status, json(body), etag.orElse(null)));
  }

  private void resource(ServiceName service, String table, String id, String content) {
    resources.get(service).add(new ResourceRow(table, TENANT, PATIENT, id, json(content), 0));
  }

  /** One broken record, which plan-service put aside. */
  private void poisoned() {
    UUID letter = new UUID(5, 1);
    String dlq = "pt.session.events.dlq.v1";
    injected.add(new Injected(Injected.Kind.POISON, "pt.session.events.v1", MARK, 1));
    deadLetters
        .get(PLAN)
        .add(new DeadLetterRow("unknown", letter, "pt.session.events.v1", MARK.toString(), "bad"));
    outbox
        .get(PLAN)
        .add(new OutboxRow("unknown", 9, letter, dlq, "x", null, "", "", true, Told.NOTHING));
    wire.add(
        new WireRecord(
            dlq,
            0,
            0,
            AT,
            "x",
            "",
            "",
            "",
            "",
            null,
            MARK.toString(),
            letter.toString(),
            Told.NOTHING));
  }

  private ServiceRows rows(ServiceName service) {
    return new ServiceRows(
        service,
        outbox.get(service),
        inbox.get(service),
        streams.get(service),
        parked,
        0,
        deadLetters.get(service),
        answers.get(service),
        resources.get(service),
        tenants.get(service));
  }

  private static <T> Map<ServiceName, List<T>> perService() {
    Map<ServiceName, List<T>> lists = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      lists.put(service, new ArrayList<>());
    }
    return lists;
  }
}
