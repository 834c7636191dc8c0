package health.backstep.system;

import static org.awaitility.Awaitility.await;

import health.backstep.client.ApiClient;
import health.backstep.client.ApiException;
import health.backstep.client.Refusal;
import health.backstep.client.plan.PlansApi;
import health.backstep.client.plan.model.PlanView;
import health.backstep.client.profile.AssessmentsApi;
import health.backstep.client.profile.ClearanceApi;
import health.backstep.client.profile.PatientsApi;
import health.backstep.client.profile.model.AssessmentView;
import health.backstep.client.profile.model.ClearanceRequest;
import health.backstep.client.profile.model.ClearanceStatus;
import health.backstep.client.profile.model.PatientRequest;
import health.backstep.client.session.CheckInsApi;
import health.backstep.client.session.SessionsApi;
import health.backstep.client.session.model.CheckInAnswer;
import health.backstep.client.session.model.CheckInRequest;
import health.backstep.client.session.model.ExerciseRequest;
import health.backstep.client.session.model.PainQuality;
import health.backstep.client.session.model.RedFlagAnswers;
import health.backstep.client.session.model.SessionAnswer;
import health.backstep.client.session.model.SessionRequest;
import health.backstep.client.session.model.SorenessRequest;
import health.backstep.client.session.model.StopReason;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A patient of the partner, driven only through the public API, by the generated client. */
final class Patient {

  private final UUID id;
  private final Function<ServiceName, ApiClient> services;

  private Patient(UUID id, Function<ServiceName, ApiClient> services) {
    this.id = id;
    this.services = services;
  }

  static Patient registered() {
    return registered(Platform::client, null);
  }

  private static Patient registered(Function<ServiceName, ApiClient> services, String externalId) {
    PatientRequest request =
        new PatientRequest()
            .externalId(externalId)
            .birthYear(1985)
            .timeZone("Europe/Berlin")
            .minutesPerSession(15)
            .sessionsPerWeek(3);
    PatientsApi patients = new PatientsApi(services.apply(ServiceName.PROFILE));
    String key = UUID.randomUUID().toString();
    return new Patient(
        answered(() -> patients.registerPatient(request, key)).getPatientId(), services);
  }

  /** A patient with an active plan in version 1 that session-service knows as well. */
  static Patient withPlan() {
    return withPlan(null);
  }

  /** The same, known to the partner by an id of its own. */
  static Patient withPlan(String externalId) {
    Patient patient = withPlan(Platform::client, externalId);
    await().atMost(Duration.ofMinutes(1)).until(patient::isKnownToSessionService);
    return patient;
  }

  /** One of another platform, with an active plan in version 1. */
  static Patient withPlanAt(Function<ServiceName, ApiClient> services) {
    return withPlan(services, null);
  }

  private static Patient withPlan(Function<ServiceName, ApiClient> services, String externalId) {
    Patient patient = registered(services, externalId);
    patient.clear();
    patient.planAfter(patient.assess(false).getEventId());
    return patient;
  }

  private boolean isKnownToSessionService() {
    return Platform.count(
            ServiceName.SESSION, "select count(*) from known_plan where patient_id = ?", id())
        > 0;
  }

  UUID id() {
    return id;
  }

  void clear() {
    ClearanceRequest word =
        new ClearanceRequest().status(ClearanceStatus.CLEARED).loading(true).by("Dr. Rivera");
    answered(() -> clearances().recordClearance(id, word, "*"));
  }

  ClearanceStatus clearance() {
    return answered(() -> clearances().getClearance(id)).getStatus();
  }

  AssessmentView assess(boolean saddleNumbness) {
    AssessmentsApi assessments = new AssessmentsApi(services.apply(ServiceName.PROFILE));
    return answered(
        () -> assessments.completeAssessment(id, Assessments.made(now(), saddleNumbness), null));
  }

  PlanView plan() {
    return answered(() -> plans().getPlan(id, null, null));
  }

  PlanView planAfter(UUID eventId) {
    return answered(() -> plans().getPlan(id, eventId, "PT30S"));
  }

  /** A session in which the bridge hurt sharply and was stopped. */
  SessionAnswer painfulSession(int planVersion) {
    SessionRequest session = session(planVersion, 6);
    session.getExercises().getFirst().quality(PainQuality.SHARP).stopped(StopReason.PAIN);
    return answered(() -> sessions().recordSession(id, session, null));
  }

  /** The flare of such a session. */
  UUID painfulFlare() {
    return painfulSession(1).getFlare().getEventId();
  }

  /** Why a session with the bridge is refused. */
  Refusal refusedSession(int planVersion) {
    try {
      sessions().recordSession(id, session(planVersion, 2), null);
    } catch (ApiException refused) {
      return Refusal.of(refused).orElseThrow();
    }
    throw new AssertionError("the session was accepted");
  }

  /** A check-in with an emergency sign. */
  CheckInAnswer emergencySign() {
    CheckInRequest checkIn =
        new CheckInRequest()
            .at(now())
            .pain(3)
            .soreness(new SorenessRequest().present(false))
            .redFlags(new RedFlagAnswers().saddleNumbness(true));
    CheckInsApi checkIns = new CheckInsApi(services.apply(ServiceName.SESSION));
    return answered(() -> checkIns.checkIn(id, checkIn, null));
  }

  /** A session without trouble, to be sent until it is accepted. */
  SessionToSend greenSession() {
    return new SessionToSend(id, 2, "");
  }

  /** A session with a flare, to be sent until it is accepted. */
  SessionToSend painfulSession() {
    return new SessionToSend(id, 6, "\"quality\": \"SHARP\", \"stopped\": \"PAIN\",");
  }

  private static SessionRequest session(int planVersion, int pain) {
    OffsetDateTime end = now().minusMinutes(1);
    ExerciseRequest bridge =
        new ExerciseRequest()
            .exerciseId("bridge")
            .level(1)
            .setsDone(1)
            .repsDone(List.of(6))
            .painDuring(pain);
    return new SessionRequest()
        .planVersion(planVersion)
        .startedAt(end.minusMinutes(11))
        .endedAt(end)
        .painBefore(2)
        .painAfter(pain)
        .exercises(List.of(bridge));
  }

  private ClearanceApi clearances() {
    return new ClearanceApi(services.apply(ServiceName.PROFILE));
  }

  private PlansApi plans() {
    return new PlansApi(services.apply(ServiceName.PLAN));
  }

  private SessionsApi sessions() {
    return new SessionsApi(services.apply(ServiceName.SESSION));
  }

  /** A call of the client. */
  private interface Asking<T> {
    T ask() throws ApiException;
  }

  private static <T> T answered(Asking<T> call) {
    try {
      return call.ask();
    } catch (ApiException refused) {
      throw new AssertionError(refused.getCode() + " " + refused.getResponseBody(), refused);
    }
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
