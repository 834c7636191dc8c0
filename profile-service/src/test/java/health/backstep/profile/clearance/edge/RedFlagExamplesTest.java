package health.backstep.profile.clearance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.contracts.EventSchemas;
import health.backstep.wire.EventPayload;
import org.junit.jupiter.api.Test;

/** The contract's examples of what profile-service reads of session-service. */
class RedFlagExamplesTest {

  private static final String TYPE = "pt.session.red-flag-raised.v1";

  @Test
  void everyExampleOfARedFlagIsRead() {
    assertThat(EventSchemas.examples(TYPE))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(
                        EventPayload.read(
                                example, TYPE, RedFlagWithdrawsClearance.RedFlagRaised.class)
                            .urgency())
                    .isNotNull());
  }
}
