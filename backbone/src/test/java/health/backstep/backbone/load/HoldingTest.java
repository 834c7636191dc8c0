package health.backstep.backbone.load;

import static health.backstep.backbone.load.Holding.Outcome.ALL_FULL;
import static health.backstep.backbone.load.Holding.Outcome.TAKEN;
import static health.backstep.backbone.load.Holding.Outcome.TENANT_FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.backstep.backbone.problem.ProblemException;
import org.junit.jupiter.api.Test;

class HoldingTest {

  private final Holding holding = new Holding(3, 2);

  @Test
  void aTenantHoldsSoManyCallsAndLeavesRoomForOthers() {
    assertThat(holding.take("one")).isEqualTo(TAKEN);
    assertThat(holding.take("one")).isEqualTo(TAKEN);
    assertThat(holding.take("one")).isEqualTo(TENANT_FULL);
    assertThat(holding.take("two")).isEqualTo(TAKEN);
    assertThat(holding.take("two")).isEqualTo(ALL_FULL);
    assertThat(holding.count()).isEqualTo(3);
  }

  @Test
  void aCallThatEndsMakesRoom() {
    holding.take("one");
    holding.take("one");
    holding.give("one");
    holding.give("one");

    assertThat(holding.count()).isZero();
    assertThat(holding.take("one")).isEqualTo(TAKEN);
    assertThat(holding.take("one")).isEqualTo(TAKEN);
  }

  @Test
  void itIsTheTenantsFaultOnlyWhenTheTenantHasAsManyAsItMay() {
    holding.takeOrRefuse("one", "end some");
    holding.takeOrRefuse("one", "end some");

    assertThat(refusal("one")).hasMessage("end some").returns(429, ProblemException::status);
    holding.takeOrRefuse("two", "end some");
    assertThat(refusal("two")).returns(503, ProblemException::status);
    assertThat(holding.count()).isEqualTo(3);
  }

  private ProblemException refusal(String tenant) {
    return catchThrowableOfType(
        ProblemException.class, () -> holding.takeOrRefuse(tenant, "end some"));
  }
}
