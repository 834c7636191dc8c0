package health.backstep.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.backstep.analytics.Fact.PlanMade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan asks by the week, spread over its hours. */
class AskedSessionsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @Test
  void aPlanOfSevenAsksForOneADay() {
    assertThat(asked(day(3), plan(1, true, 7, day(1), null))).containsExactly(entry(1), entry(2));
  }

  @Test
  void aPlanThatBeginsAtNoonAsksForHalfOfItsDay() {
    assertThat(asked(day(2), plan(1, true, 7, FIRST + "T12:00:00Z", null)).get(FIRST))
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void theNextVersionTakesOver() {
    assertThat(asked(day(3), plan(1, true, 7, day(1), null), plan(2, false, 7, day(2), null)))
        .containsExactly(entry(1));
  }

  @Test
  void aRestAsksForNothing() {
    assertThat(asked(day(4), plan(1, true, 7, day(1), day(3)))).containsExactly(entry(3));
    assertThat(asked(day(4), plan(1, true, 7, day(1), day(3)), plan(2, true, 7, day(2), day(4))))
        .isEmpty();
  }

  @Test
  void aRestThatWasOverBeforeTheVersionDoesNotCount() {
    assertThat(asked(day(3), plan(1, true, 7, day(2), day(1)))).containsExactly(entry(2));
  }

  @Test
  void versionsThatComeInAnotherOrderAskTheSame() {
    PlanMade one = plan(1, true, 7, day(1), null);
    PlanMade two = plan(2, true, 3, day(2), null);

    assertThat(asked(day(5), two, one)).isEqualTo(asked(day(5), one, two));
  }

  @Test
  void adherenceIsDoneOfAskedOverSevenDays() {
    List<DayFigures> days =
        IntStream.range(0, 10)
            .mapToObj(
                day ->
                    new DayFigures(FIRST.plusDays(day), Map.of(Count.SESSIONS, 1), day < 9 ? 2 : 9))
            .toList();
    Series series = new Series("north-clinic", days);

    assertThat(series.adherencePercent(0)).hasValue(50);
    assertThat(series.adherencePercent(8)).hasValue(50);
    assertThat(series.adherencePercent(9).orElseThrow()).isCloseTo(100 * 7 / 21.0, within(1e-9));
    assertThat(new Series("", List.of(new DayFigures(FIRST, Map.of(), 0))).adherencePercent(0))
        .isEmpty();
  }

  private static Map<LocalDate, Double> asked(String until, PlanMade... plans) {
    AskedSessions asked = new AskedSessions();
    List.of(plans).forEach(asked::add);
    return asked.byDay(ZoneOffset.UTC, Instant.parse(until));
  }

  private static PlanMade plan(
      int version, boolean followed, int perWeek, String from, String restUntil) {
    return new PlanMade(
        version,
        Optional.empty(),
        followed,
        perWeek,
        Instant.parse(from),
        Optional.ofNullable(restUntil).map(Instant::parse));
  }

  /** Midnight at which a day of the month begins. */
  private static String day(int ofMonth) {
    return FIRST.withDayOfMonth(ofMonth) + "T00:00:00Z";
  }

  private static Map.Entry<LocalDate, Double> entry(int ofMonth) {
    return Map.entry(FIRST.withDayOfMonth(ofMonth), 1.0);
  }
}
