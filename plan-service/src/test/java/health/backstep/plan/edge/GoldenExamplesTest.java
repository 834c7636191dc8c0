package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.contracts.EventSchemas;
import health.backstep.plan.due.wire.DueEventReader;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.wire.PlanEventReader;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's examples of every version that ever was can be read. */
class GoldenExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pt.profile.patient-recorded.v1",
        "pt.profile.clearance-changed.v1",
        "pt.profile.assessment-completed.v1",
        "pt.session.session-recorded.v1",
        "pt.session.pain-flare-reported.v1",
        "pt.session.pain-flare-settled.v1",
        "pt.session.red-flag-raised.v1"
      })
  void everyExampleIsRead(String type) {
    Cause cause = new Cause(UUID.randomUUID(), type, Instant.EPOCH);

    assertThat(EventSchemas.examples(type))
        .isNotEmpty()
        .allSatisfy(
            example -> assertThat(PlanEventReader.read(cause, example).cause()).isEqualTo(cause));
  }

  /** What is due is read from fewer types, and from one that plans are not folded from. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pt.profile.patient-recorded.v1",
        "pt.profile.assessment-completed.v1",
        "pt.session.session-recorded.v1",
        "pt.session.check-in-recorded.v1",
        "pt.session.pain-flare-settled.v1"
      })
  void everyExampleHasItsSayInWhatIsDue(String type) {
    Cause cause = new Cause(UUID.randomUUID(), type, Instant.EPOCH);

    assertThat(EventSchemas.examples(type))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(DueEventReader.read(cause, example)).isPresent());
  }
}
