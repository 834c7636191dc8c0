package health.backstep.session.reading;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.RuleSet;
import health.backstep.session.flare.EpisodeState;
import health.backstep.session.flare.FlareId;
import health.backstep.session.flare.OpenEpisode;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FL-1")
class UsualPainTest {

  private static final Instant NOW = Instant.parse("2026-11-21T07:00:00Z");
  private static final Optional<Integer> BASELINE = Optional.of(4);

  @ParameterizedTest(name = "baseline 4 and readings {0}: usually {1}")
  @CsvSource({
    "'', 4",
    "'1', 4",
    "'1 1', 4",
    "'1 1 1', 1",
    "'6 1 2', 2",
    "'1 2 3 9', 2.5",
    "'0 0 8 8', 4",
  })
  void itIsTheMedianOnceThereAreThreeReadings(String pains, double expected) {
    assertThat(usual(BASELINE, everyHour(pains))).hasValue(new UsualPain(expected));
  }

  @ParameterizedTest(name = "the third reading {0} before: usually {1}")
  @CsvSource({"PT0S, 1", "P7D, 1", "PT168H0M1S, 4", "-PT1S, 4"})
  void onlyTheSevenDaysBeforeCount(Duration before, double expected) {
    List<PainReading> readings = List.of(ago(Duration.ofDays(1), 1), ago(Duration.ofDays(2), 1));

    assertThat(
            usual(BASELINE, Stream.concat(readings.stream(), Stream.of(ago(before, 1))).toList()))
        .hasValue(new UsualPain(expected));
  }

  @ParameterizedTest(name = "flare opened {0} ago: usually {1}")
  @CsvSource({"PT30M, 6", "PT2H59M, 6", "PT3H, 4", "PT5H, 4"})
  void theReadingsOfAnOpenFlareDoNotMakeItUsual(Duration openedBefore, double expected) {
    CourseState calm = state(BASELINE, everyHour("9 9 6 6 2"));
    Instant openedAt = NOW.minus(openedBefore);
    CourseState flaring =
        calm.with(
            new OpenEpisode(
                new FlareId(new UUID(0, 1)),
                openedAt,
                openedAt,
                Severity.MILD,
                Collections.emptySortedMap()));

    assertThat(UsualPain.at(NOW, flaring, RuleSet.current().rule("FL-1")))
        .hasValue(new UsualPain(expected));
    assertThat(UsualPain.median(NOW, flaring.readings(), RuleSet.current().rule("FL-1")))
        .hasValue(new UsualPain(6));
  }

  @Test
  void withoutBaselineAndWithTwoReadingsNothingIsUsual() {
    assertThat(usual(Optional.empty(), everyHour("3 3"))).isEmpty();
  }

  @ParameterizedTest(name = "usually {0}, now {1}: rise {2}")
  @CsvSource({"4, 6, 2", "2.5, 4, 1.5", "4, 4, 0", "4, 1, 0"})
  void aRiseIsNeverBelowZero(double usual, int pain, double rise) {
    assertThat(new UsualPain(usual).riseTo(pain)).isEqualTo(rise);
  }

  private static Optional<UsualPain> usual(Optional<Integer> baseline, List<PainReading> readings) {
    return UsualPain.at(NOW, state(baseline, readings), RuleSet.current().rule("FL-1"));
  }

  private static CourseState state(Optional<Integer> baseline, List<PainReading> readings) {
    return new CourseState(
        baseline.map(pain -> new Baseline(pain, Instant.EPOCH)),
        ZoneOffset.UTC,
        readings,
        List.of(),
        EpisodeState.none());
  }

  private static List<PainReading> everyHour(String pains) {
    List<Integer> values =
        Stream.of(pains.split(" ")).filter(pain -> !pain.isEmpty()).map(Integer::valueOf).toList();
    return IntStream.range(0, values.size())
        .mapToObj(i -> ago(Duration.ofHours(i + 1), values.get(i)))
        .toList();
  }

  private static PainReading ago(Duration before, int pain) {
    return new PainReading(NOW.minus(before), pain, Origin.CHECK_IN);
  }
}
