package health.backstep.session.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.RuleSet;
import health.backstep.session.adherence.Adherence.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("AD-1")
class AdherenceReaderTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final Instant MIDNIGHT_TONIGHT = Instant.parse("2026-11-30T23:59:59Z");
  private static final List<Asked> FOUR_A_WEEK = List.of(asked("2026-06-01T00:00:00Z", 4));

  private final AdherenceReader reader = new AdherenceReader(RuleSet.current());

  @Test
  void fourSessionsAWeekAskForEightInTwoWeeksAndSeventeenInAMonth() {
    List<Instant> sessions = daysAgo(0, 2, 5, 8, 11, 13, 20, 29);

    assertThat(read(sessions, FOUR_A_WEEK).periods())
        .containsExactly(new Period(14, 6, 8), new Period(30, 8, 17));
    assertThat(read(sessions, FOUR_A_WEEK).periods().getFirst().donePercent()).hasValue(75);
  }

  @ParameterizedTest(name = "{0} days ago: {1} in 14 days, {2} in 30")
  @CsvSource({"0, 1, 1", "13, 1, 1", "14, 0, 1", "29, 0, 1", "30, 0, 0"})
  void todayIsOneOfTheDays(int daysAgo, int inShort, int inLong) {
    assertThat(read(daysAgo(daysAgo), FOUR_A_WEEK).periods())
        .extracting(Period::done)
        .containsExactly(inShort, inLong);
  }

  @ParameterizedTest(name = "done {0} of {1}: {2} %")
  @CsvSource({"0, 8, 0", "1, 8, 12", "8, 8, 100", "9, 8, 100", "3, 0, "})
  void moreThanAskedIsNoMoreThanAllAndOfNothingThereIsNoShare(
      int done, int asked, Integer percent) {
    assertThat(new Period(14, done, asked).donePercent()).isEqualTo(Optional.ofNullable(percent));
  }

  @Test
  void onlyTheTimeWithAPlanToFollowAsks() {
    List<Asked> versions =
        List.of(
            asked("2026-11-17T00:00:00Z", 7),
            asked("2026-11-20T00:00:00Z", 0),
            asked("2026-11-24T00:00:00Z", 3),
            new Asked(
                Instant.parse("2026-11-29T00:00:00Z"),
                7,
                Optional.of(Instant.parse("2026-11-30T00:00:00Z"))));

    assertThat(read(List.of(), versions).periods()).extracting(Period::asked).containsExactly(6, 6);
    assertThat(read(List.of(), List.of()).periods())
        .extracting(Period::asked)
        .containsExactly(0, 0);
  }

  @ParameterizedTest(name = "{0} sessions, the last {1} days after the first: {2}")
  @CsvSource({"6, 13, true", "6, 14, false", "5, 4, false", "7, 13, true", "6, 0, true"})
  void theHabitPointIsTheSixthSessionWithinFourteenDays(
      int sessions, int lastAfterDays, boolean reached) {
    Instant first = Instant.parse("2026-09-01T07:00:00Z");
    Instant last = first.plus(Duration.ofDays(lastAfterDays));
    List<Instant> done =
        Stream.concat(IntStream.range(1, sessions).mapToObj(i -> first), Stream.of(last)).toList();

    Optional<Instant> habit = read(done, FOUR_A_WEEK).habitReachedAt();

    assertThat(habit.isPresent()).isEqualTo(reached);
  }

  @Test
  void theHabitPointIsReachedOnceAndStays() {
    List<Instant> sessions = daysAgo(100, 98, 96, 94, 92, 90, 88, 3);

    assertThat(read(sessions, FOUR_A_WEEK).habitReachedAt()).hasValue(daysAgo(90).getFirst());
  }

  @ParameterizedTest(name = "{0}: {1} day(s)")
  @CsvSource({"UTC, 1", "Pacific/Auckland, 2", "America/Los_Angeles, 1"})
  void aDayWithSeveralRecordsIsOneDayOfThePatient(ZoneId zone, int days) {
    List<Instant> records =
        List.of(
            Instant.parse("2026-11-24T10:30:00Z"),
            Instant.parse("2026-11-24T11:30:00Z"),
            Instant.parse("2026-11-24T11:45:00Z"));

    assertThat(reader.read(List.of(), records, List.of(), zone, MIDNIGHT_TONIGHT).dataDays())
        .isEqualTo(days);
  }

  @ParameterizedTest(name = "a record {0} days ago: {1}")
  @CsvSource({"29, 1", "30, 0"})
  void dataDaysAreThoseOfTheLastThirty(int daysAgo, int days) {
    assertThat(
            reader
                .read(List.of(), daysAgo(daysAgo), List.of(), ZoneOffset.UTC, MIDNIGHT_TONIGHT)
                .dataDays())
        .isEqualTo(days);
  }

  private Adherence read(List<Instant> sessions, List<Asked> asked) {
    return reader.read(sessions, sessions, asked, ZoneOffset.UTC, MIDNIGHT_TONIGHT);
  }

  private static Asked asked(String from, int sessionsPerWeek) {
    return new Asked(Instant.parse(from), sessionsPerWeek, Optional.empty());
  }

  private static List<Instant> daysAgo(int... days) {
    return IntStream.of(days)
        .mapToObj(ago -> TODAY.minusDays(ago).atTime(LocalTime.of(7, 0)).toInstant(ZoneOffset.UTC))
        .toList();
  }
}
