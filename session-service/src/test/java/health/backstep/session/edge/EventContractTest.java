package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.inbox.EventHandler;
import health.backstep.backbone.testing.Handled;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Publishers;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.EventHeaders;
import health.backstep.session.SessionTopic;
import health.backstep.session.checkin.wire.CheckInRecorded;
import health.backstep.session.flare.wire.PainFlareReported;
import health.backstep.session.flare.wire.PainFlareSettled;
import health.backstep.session.redflag.wire.RedFlagReported;
import health.backstep.session.workout.wire.SessionRecorded;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service sends and receives is what the contract says, no more and no less. */
@SessionComponentTest
class EventContractTest {

  private static final String SERVICE = "session-service";
  private static final AsyncApi CONTRACT = AsyncApi.fromContract();

  @Inject @Any Instance<EventHandler> handlers;

  @Test
  void itHandlesWhatTheContractSaysThatItUses() {
    assertThat(Handled.typesByTopic(handlers.stream()))
        .isNotEmpty()
        .isEqualTo(CONTRACT.typesOf(SERVICE, false));
  }

  @Test
  void itSendsWhatTheContractSaysThatItSends() {
    assertThat(CONTRACT.typesOf(SERVICE, true))
        .isEqualTo(
            Map.of(
                SessionTopic.EVENTS,
                Set.of(
                    SessionRecorded.TYPE,
                    CheckInRecorded.TYPE,
                    PainFlareReported.TYPE,
                    PainFlareSettled.TYPE,
                    RedFlagReported.TYPE,
                    "pt.session.patient-erased.v1")));
  }

  /** A new call in this list sends a type that belongs above and into the contract. */
  @Test
  void theseClassesSendThemAndNoOther() {
    assertThat(Publishers.below("health.backstep.session"))
        .containsExactly(
            "ErasedSessions",
            "Flares",
            "Flares",
            "RecordingCheckIn",
            "RecordingSession",
            "RedFlags");
  }

  @Test
  void itsRecordsCarryTheHeadersOfTheContract() {
    Patient patient = Patient.withPlan(new Partner("headers"));
    patient.post("/sessions", Requests.painfulSession()).statusCode(201);

    assertThat(
            await()
                .until(
                    () -> Wire.on(SessionTopic.EVENTS, patient.id()), events -> events.size() > 1))
        .extracting(Wire.Seen::headers)
        .allSatisfy(
            headers -> assertThat(EventHeaders.faults(headers.get("ce_type"), headers)).isEmpty());
  }
}
