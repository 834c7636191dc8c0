package health.backstep.profile.outcome;

import static health.backstep.profile.outcome.Verdict.IMPROVED;
import static health.backstep.profile.outcome.Verdict.SAME;
import static health.backstep.profile.outcome.Verdict.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.outcome.Outcome.Comparison;
import health.backstep.profile.outcome.Outcome.Standing;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OUT-1")
class OutcomesOverTimeTest {

  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  private final OutcomesOverTime outcomes = new OutcomesOverTime(RuleSet.current());

  @Test
  void theFirstAssessmentHasNothingToBeHeldTo() {
    Standing only = outcomes.of(List.of(at(0, pain(6)))).getFirst().standings().getFirst();

    assertThat(only.sinceFirst()).isEmpty();
    assertThat(only.sincePrevious()).isEmpty();
  }

  @Test
  void laterOnesAreHeldToTheFirstAndToThePrevious() {
    List<Outcome> found =
        outcomes.of(List.of(at(0, pain(8)), at(1, pain(4)), at(2, pain(6)), at(3, pain(6))));

    assertThat(found)
        .extracting(this::sinceFirst)
        .containsExactly(null, IMPROVED, IMPROVED, IMPROVED);
    assertThat(found).extracting(this::sincePrevious).containsExactly(null, IMPROVED, WORSE, SAME);
  }

  @Test
  void aMeasureThatWasLeftOutOnceIsHeldToItsLastValue() {
    Score then = Score.whole(Measure.ODI, 40, 10);
    Score now = Score.whole(Measure.ODI, 20, 10);

    Standing odi =
        outcomes
            .of(List.of(at(0, pain(6)), at(1, pain(6), then), at(2, pain(6)), at(3, pain(6), now)))
            .getLast()
            .standings()
            .getLast();

    assertThat(odi.sinceFirst())
        .contains(new Comparison(id(1), then.value(), Optional.of(IMPROVED)));
    assertThat(odi.sincePrevious()).isEqualTo(odi.sinceFirst());
  }

  private Verdict sinceFirst(Outcome outcome) {
    return verdict(outcome.standings().getFirst().sinceFirst());
  }

  private Verdict sincePrevious(Outcome outcome) {
    return verdict(outcome.standings().getFirst().sincePrevious());
  }

  private static Verdict verdict(Optional<Comparison> comparison) {
    return comparison.flatMap(Comparison::verdict).orElse(null);
  }

  private static ScoredAssessment at(int week, Score... scores) {
    return new ScoredAssessment(id(week), START.plus(Duration.ofDays(7L * week)), List.of(scores));
  }

  private static UUID id(int week) {
    return new UUID(0, week);
  }

  private static Score pain(int average) {
    return Score.whole(Measure.PAIN, average, 1);
  }
}
