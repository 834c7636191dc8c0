package health.backstep.session.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.contracts.EventSchemas;
import health.backstep.wire.EventPayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's examples of what session-service reads of plan-service. */
class PlanExamplesTest {

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
