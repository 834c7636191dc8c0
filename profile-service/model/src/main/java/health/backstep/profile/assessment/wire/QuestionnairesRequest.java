package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.FabqPhysicalActivityAnswers;
import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.profile.assessment.PseqAnswers;
import health.backstep.profile.assessment.PsfsScores;
import health.backstep.profile.assessment.Questionnaires;
import health.backstep.profile.assessment.RmdqAnswers;
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

/**
 * Answers and scores of questionnaires; each may be left out, and null is an item not answered. No
 * item texts are taken or shown.
 *
 * @param psfs one score for each activity, 0 (unable) to 10; an activity keeps its place
 * @param fabqPhysicalActivity items 2 to 5
 */
public record QuestionnairesRequest(
    @Nullable @Size(min = 10, max = 10) List<@Nullable @Min(0) @Max(5) Integer> odi,
    @Nullable @Valid StartBackRequest startBack,
    @Nullable @Size(min = 24, max = 24) List<@Nullable Boolean> rmdq,
    @Nullable @Size(min = 1, max = 5) List<@NotNull @Min(0) @Max(10) Integer> psfs,
    @Nullable @Size(min = 4, max = 4) List<@Nullable @Min(0) @Max(6) Integer> fabqPhysicalActivity,
    @Nullable @Size(min = 10, max = 10) List<@Nullable @Min(0) @Max(6) Integer> pseq) {

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
        Optional.ofNullable(startBack).map(StartBackRequest::toAnswers),
        Optional.ofNullable(rmdq).map(RmdqAnswers::new),
        Optional.ofNullable(psfs).map(PsfsScores::new),
        Optional.ofNullable(fabqPhysicalActivity).map(FabqPhysicalActivityAnswers::new),
        Optional.ofNullable(pseq).map(PseqAnswers::new));
  }
}
