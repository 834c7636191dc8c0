package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.inbox.EventHandler;
import health.backstep.backbone.testing.Handled;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Publishers;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.EventHeaders;
import health.backstep.plan.PlanTopic;
import health.backstep.plan.course.VersionKind;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service sends and receives is what the contract says, no more and no less. */
@PlanComponentTest
class EventContractTest {

  private static final String SERVICE = "plan-service";
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
    Set<String> events =
        Stream.of(VersionKind.values())
            .map(kind -> "pt.plan.plan-" + kind.name().toLowerCase(Locale.ROOT) + ".v1")
            .collect(Collectors.toCollection(HashSet::new));
    events.add("pt.plan.review-requested.v1");
    events.add("pt.plan.patient-erased.v1");

    assertThat(CONTRACT.typesOf(SERVICE, true))
        .isEqualTo(Map.of(PlanTopic.EVENTS, events, PlanTopic.STATE, Set.of("pt.plan.state.v1")));
  }

  /** A new call in this list sends a type that belongs above and into the contract. */
  @Test
  void theseClassesSendThemAndNoOther() {
    assertThat(Publishers.below("health.backstep.plan"))
        .containsExactly(
            "ErasedPlans", "ErasedPlans", "PublishingPlans", "PublishingPlans", "PublishingPlans");
  }

  @Test
  void itsRecordsCarryTheHeadersOfTheContract() {
    Patient patient = Patient.withPlan(new Partner("headers"));

    assertThat(List.of(PlanTopic.EVENTS, PlanTopic.STATE))
        .allSatisfy(
            topic ->
                assertThat(
                        await()
                            .until(() -> Wire.on(topic, patient.id()), found -> !found.isEmpty()))
                    .extracting(Wire.Seen::headers)
                    .allSatisfy(
                        headers ->
                            assertThat(EventHeaders.faults(headers.get("ce_type"), headers))
                                .isEmpty()));
  }
}
