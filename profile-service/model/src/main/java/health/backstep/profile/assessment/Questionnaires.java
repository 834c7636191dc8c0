package health.backstep.profile.assessment;

import java.util.Objects;
import java.util.Optional;

/** The questionnaires that came with an assessment; each may be left out. */
public record Questionnaires(Optional<OdiAnswers> odi, Optional<StartBackAnswers> startBack) {

  public Questionnaires {
    Objects.requireNonNull(odi, "questionnaires.odi");
    Objects.requireNonNull(startBack, "questionnaires.startBack");
  }

  public static Questionnaires none() {
    return new Questionnaires(Optional.empty(), Optional.empty());
  }
}
