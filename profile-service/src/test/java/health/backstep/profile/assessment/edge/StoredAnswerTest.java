package health.backstep.profile.assessment.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.backstep.profile.classification.Fear;
import health.backstep.profile.redflag.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Answers stored by an earlier version stay readable, and what it did not ask is not made up. */
class StoredAnswerTest {

  private static final String STORED_BEFORE_FEAR_WAS_ASKED =
      """
      {"assessmentId": "01a1f7f8-000b-7000-8000-000000005445",
       "eventId": "01a1f7f8-000b-7000-8000-000000005446", "assessedAt": "2026-11-20T08:00:00Z",
       "triage": {"outcome": "FIT", "reasons": []},
       "classification": {"acuity": "ACUTE", "irritability": "MODERATE", "bias": "EXTENSION",
         "biasConfidence": "HIGH", "forbiddenDirections": [], "clinicianAdvised": false,
         "stage": "CONTROL", "riskGroup": "LOW", "odiPercent": 22, "rules": []}}
      """;

  @Test
  void whatWasNotAskedThenIsUnknownNow() throws IOException {
    AssessmentView view =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .build()
            .readValue(STORED_BEFORE_FEAR_WAS_ASKED, AssessmentView.class);

    assertThat(view.classification().fear()).isEqualTo(Fear.UNKNOWN);
    assertThat(view.triage().inflammatoryPattern()).isEqualTo(Answer.UNKNOWN);
    assertThat(view.scores()).isEmpty();
  }
}
