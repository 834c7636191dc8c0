package health.backstep.session.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.contracts.EventSchemas;
import health.backstep.wire.EventPayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's examples of what session-service reads of plan-service. */
class PlanExamplesTest {

  @Test
  void theBlocksOfAPlanAreReadAndOneThatIsMissingOrNotKnownIsNone() {
    List<byte[]> fullMinimalAndNewer = EventSchemas.examples("pt.plan.plan-generated.v1");

    assertThat(blocks(fullMinimalAndNewer.get(0)))
        .containsExactly("WARM_UP", "WARM_UP", "STRENGTH", "ACTIVATION", "CARDIO");
    assertThat(blocks(fullMinimalAndNewer.get(1))).containsExactly("none");
    assertThat(blocks(fullMinimalAndNewer.get(2))).startsWith("WARM_UP").endsWith("none");
  }

  private static List<String> blocks(byte[] example) {
    return EventPayload.read(example, "plan", PlanEventsHandler.PlanSnapshot.class).items().stream()
        .map(item -> item.toDocument().block())
        .map(block -> block == null ? "none" : block.name())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pt.plan.plan-generated.v1",
        "pt.plan.plan-regressed.v1",
        "pt.plan.plan-restored.v1",
        "pt.plan.plan-progressed.v1",
        "pt.plan.plan-withheld.v1",
        "pt.plan.plan-suspended.v1"
      })
  void everyExampleOfAPlanIsRead(String type) {
    assertThat(EventSchemas.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        EventPayload.read(example, type, PlanEventsHandler.PlanSnapshot.class)
                            .status()
                            .toPlanStatus())
                    .isNotNull());
  }
}
