package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.profile.assessment.Questionnaires;
import health.backstep.profile.assessment.StartBackAnswers;
import health.backstep.wire.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers and scores of questionnaires; each may be left out. */
public record QuestionnairesRequest(
    @Nullable @Size(min = 10, max = 10) List<@Nullable @Min(0) @Max(5) Integer> odi,
    @Nullable @Valid StartBackRequest startBack) {

  /** Scores of the STarT Back tool; the psychosocial score is a part of the total. */
  public record StartBackRequest(
      @NotNull @Min(0) @Max(9) Integer total, @NotNull @Min(0) @Max(5) Integer psychosocial) {

    StartBackAnswers toAnswers() {
      if (psychosocial > total) {
        throw Refused.because(
            "/questionnaires/startBack/psychosocial",
            "OUT_OF_RANGE",
            "The psychosocial score is a part of the total and cannot be above it.");
      }
      return new StartBackAnswers(total, psychosocial);
    }
  }

  public Questionnaires toQuestionnaires() {
    return new Questionnaires(
        Optional.ofNullable(odi).map(OdiAnswers::new),
        Optional.ofNullable(startBack).map(StartBackRequest::toAnswers));
  }
}
