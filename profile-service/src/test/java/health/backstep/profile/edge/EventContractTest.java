package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.erasure.PatientErased;
import health.backstep.backbone.inbox.EventHandler;
import health.backstep.backbone.sandbox.TestClockSet;
import health.backstep.backbone.testing.Handled;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Publishers;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.EventHeaders;
import health.backstep.profile.assessment.wire.AssessmentCompleted;
import health.backstep.profile.clearance.wire.ClearanceChanged;
import health.backstep.profile.patient.wire.PatientRecorded;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service sends and receives is what the contract says, no more and no less. */
@ProfileComponentTest
class EventContractTest {

  private static final String SERVICE = "profile-service";
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
                Patient.TOPIC,
                Set.of(
                    PatientRecorded.TYPE,
                    ClearanceChanged.TYPE,
                    AssessmentCompleted.TYPE,
                    TestClockSet.TYPE,
                    PatientErased.TYPE)));
  }

  /** A new call in this list sends a type that belongs above and into the contract. */
  @Test
  void theseClassesSendThemAndNoOther() {
    assertThat(Publishers.below("health.backstep.profile"))
        .containsExactly(
            "Clearances",
            "CompletingAssessment",
            "RegisteringPatient",
            "RequestingErasure",
            "SettingTestClock");
  }

  @Test
  void itsRecordsCarryTheHeadersOfTheContract() {
    Patient patient = Patient.cleared(new Partner("headers"));

    assertThat(patient.published(2))
        .extracting(Wire.Seen::headers)
        .allSatisfy(
            headers -> assertThat(EventHeaders.faults(headers.get("ce_type"), headers)).isEmpty());
  }
}
