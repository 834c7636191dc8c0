package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;

/**
 * Scores of the STarT Back tool.
 *
 * @param total 0-9
 * @param psychosocial 0-5, a part of the total
 */
public record StartBackAnswers(int total, int psychosocial) {

  public static final int MOST_TOTAL = 9;
  public static final int MOST_PSYCHOSOCIAL = 5;

  public StartBackAnswers {
    Invariant.within("questionnaires.startBack.total", total, 0, MOST_TOTAL);
    Invariant.within("questionnaires.startBack.psychosocial", psychosocial, 0, MOST_PSYCHOSOCIAL);
    Invariant.that(
        psychosocial <= total,
        "questionnaires.startBack.psychosocial must not be above questionnaires.startBack.total");
  }
}
