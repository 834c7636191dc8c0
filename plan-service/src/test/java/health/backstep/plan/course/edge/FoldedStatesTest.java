package health.backstep.plan.course.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.testing.StackResource;
import health.backstep.plan.course.PlanState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a rolled-back transaction folded is never built upon. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.SERVICE, value = "PLAN"))
class FoldedStatesTest {

  private static final Tenant TENANT = new Tenant("folded-states");

  @Inject FoldedStates states;
  @Inject TenantTransaction transaction;

  private final UUID patient = UUID.randomUUID();
  private final UUID event = UUID.randomUUID();

  @Test
  void aStateIsSeenByTheSameTransactionAndAfterTheCommitByOthers() {
    transaction.run(
        TENANT,
        () -> {
          states.remember(patient, event, PlanState.EMPTY);
          assertThat(states.find(patient, event)).contains(PlanState.EMPTY);
        });

    assertThat(found(event)).contains(PlanState.EMPTY);
    assertThat(found(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aStateOfARolledBackTransactionIsForgotten() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    TENANT,
                    () -> {
                      states.remember(patient, event, PlanState.EMPTY);
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(found(event)).isEmpty();
  }

  private Optional<PlanState> found(UUID lastEvent) {
    return transaction.call(TENANT, () -> states.find(patient, lastEvent));
  }
}
