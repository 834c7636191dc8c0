package health.backstep.profile.outcome;

import health.backstep.profile.assessment.FabqPhysicalActivityAnswers;
import health.backstep.profile.assessment.PseqAnswers;
import health.backstep.profile.assessment.PsfsScores;
import health.backstep.profile.assessment.Questionnaires;
import health.backstep.rules.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores every questionnaire that came with an assessment (PROM). One with too few answers has no
 * score: nothing is guessed.
 */
public final class QuestionnaireScores {

  public static final String RULE = "PROM";

  private static final int PSFS_DECIMALS = 1;

  private final OswestryScore oswestry;
  private final RolandMorrisScore rolandMorris;

  public QuestionnaireScores(RuleSet rules) {
    this.oswestry = new OswestryScore(rules);
    this.rolandMorris = new RolandMorrisScore(rules);
  }

  /**
   * All that an assessment measured, pain included.
   *
   * @param average7d mean pain of the last seven days, 0-10
   */
  public List<Score> withPain(int average7d, Questionnaires given) {
    return Stream.concat(Stream.of(Score.whole(Measure.PAIN, average7d, 1)), of(given).stream())
        .toList();
  }

  /** In the order of {@link Measure}. */
  public List<Score> of(Questionnaires given) {
    return Stream.of(
            given.odi().flatMap(a -> score(Measure.ODI, oswestry.of(a), a.answered())),
            given.rmdq().flatMap(a -> score(Measure.RMDQ, rolandMorris.of(a), a.answered())),
            given.psfs().map(QuestionnaireScores::ofPsfs),
            given.fabqPhysicalActivity().flatMap(QuestionnaireScores::ofFabq),
            given.pseq().flatMap(QuestionnaireScores::ofPseq))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Score ofPsfs(PsfsScores given) {
    int count = given.activities().size();
    BigDecimal mean =
        BigDecimal.valueOf(given.sum())
            .divide(BigDecimal.valueOf(count), PSFS_DECIMALS, RoundingMode.HALF_UP);
    return new Score(Measure.PSFS, mean, count);
  }

  private static Optional<Score> ofFabq(FabqPhysicalActivityAnswers answers) {
    return answers.isComplete()
        ? Optional.of(
            Score.whole(
                Measure.FABQ_PHYSICAL_ACTIVITY, answers.sum(), FabqPhysicalActivityAnswers.ITEMS))
        : Optional.empty();
  }

  private static Optional<Score> ofPseq(PseqAnswers answers) {
    return answers.isComplete()
        ? Optional.of(Score.whole(Measure.PSEQ, answers.sum(), PseqAnswers.ITEMS))
        : Optional.empty();
  }

  private static Optional<Score> score(Measure measure, Optional<Integer> value, int answered) {
    return value.map(points -> Score.whole(measure, points, answered));
  }
}
