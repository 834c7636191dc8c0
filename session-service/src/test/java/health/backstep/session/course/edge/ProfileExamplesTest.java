package health.backstep.session.course.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.contracts.EventSchemas;
import health.backstep.wire.EventPayload;
import org.junit.jupiter.api.Test;

/** The contract's examples of what session-service reads of profile-service. */
class ProfileExamplesTest {

  @Test
  void everyExampleOfAPatientIsRead() {
    assertRead("pt.profile.patient-recorded.v1", ProfileEventsHandler.PatientRecorded.class);
  }

  @Test
  void everyExampleOfAnAssessmentIsRead() {
    assertRead(
        "pt.profile.assessment-completed.v1", ProfileEventsHandler.AssessmentCompleted.class);
  }

  private static void assertRead(String type, Class<?> as) {
    assertThat(EventSchemas.examples(type))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(EventPayload.read(example, type, as)).isInstanceOf(as));
  }
}
