package health.backstep.profile.assessment;

import java.util.Objects;
import java.util.Optional;

/** The questionnaires that came with an assessment; each may be left out. */
public record Questionnaires(
    Optional<OdiAnswers> odi,
    Optional<StartBackAnswers> startBack,
    Optional<RmdqAnswers> rmdq,
    Optional<PsfsScores> psfs,
    Optional<FabqPhysicalActivityAnswers> fabqPhysicalActivity,
    Optional<PseqAnswers> pseq) {

  public Questionnaires {
    Objects.requireNonNull(odi, "questionnaires.odi");
    Objects.requireNonNull(startBack, "questionnaires.startBack");
    Objects.requireNonNull(rmdq, "questionnaires.rmdq");
    Objects.requireNonNull(psfs, "questionnaires.psfs");
    Objects.requireNonNull(fabqPhysicalActivity, "questionnaires.fabqPhysicalActivity");
    Objects.requireNonNull(pseq, "questionnaires.pseq");
  }

  public static Questionnaires none() {
    return of(Optional.empty(), Optional.empty());
  }

  /** Only the two that stage and risk group rest on. */
  public static Questionnaires of(Optional<OdiAnswers> odi, Optional<StartBackAnswers> startBack) {
    return new Questionnaires(
        odi, startBack, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
