package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.InflammatoryAnswers;
import health.backstep.profile.assessment.InflammatorySign;
import health.backstep.profile.redflag.Answer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The questions about inflammatory back pain; one that is left out or null is open.
 *
 * @param onsetBefore40 counts only where birth year and onset leave it open
 */
public record InflammatoryRequest(
    @Nullable Boolean onsetBefore40,
    @Nullable Boolean slowOnset,
    @Nullable Boolean betterWithExercise,
    @Nullable Boolean notBetterWithRest,
    @Nullable Boolean nightPainEasesOnGettingUp) {

  public InflammatoryAnswers toAnswers() {
    Map<InflammatorySign, Answer> answers = new EnumMap<>(InflammatorySign.class);
    answers.put(InflammatorySign.ONSET_BEFORE_40, Answer.of(onsetBefore40));
    answers.put(InflammatorySign.SLOW_ONSET, Answer.of(slowOnset));
    answers.put(InflammatorySign.BETTER_WITH_EXERCISE, Answer.of(betterWithExercise));
    answers.put(InflammatorySign.NOT_BETTER_WITH_REST, Answer.of(notBetterWithRest));
    answers.put(
        InflammatorySign.NIGHT_PAIN_EASES_ON_GETTING_UP, Answer.of(nightPainEasesOnGettingUp));
    return new InflammatoryAnswers(answers);
  }
}
