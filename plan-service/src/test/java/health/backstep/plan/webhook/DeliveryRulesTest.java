package health.backstep.plan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from how an attempt ended, for its delivery and for its endpoint. */
class DeliveryRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofDays(5);
  private static final Attempt FAILURE = answered(500, null);

  @Test
  void aFailingMessageIsTriedTenTimesByTheSpecificationsSchedule() {
    List<Duration> sinceStart = new ArrayList<>();
    Progress progress = Progress.begin(NOW);
    while (progress.next().isPresent()) {
      Instant at = progress.next().get();
      sinceStart.add(Duration.between(NOW, at));
      progress = progress.after(FAILURE, at, 0);
    }

    assertThat(sinceStart)
        .extracting(Duration::toString)
        .containsExactly(
            "PT0S",
            "PT5S",
            "PT5M5S",
            "PT35M5S",
            "PT2H35M5S",
            "PT7H35M5S",
            "PT17H35M5S",
            "PT31H35M5S",
            "PT51H35M5S",
            "PT75H35M5S");
    assertThat(progress).isEqualTo(new Progress(Progress.State.FAILED, 10, Optional.empty()));
  }

  @Test
  void waitsAreScatteredByUpToAFifth() {
    assertThat(RetrySchedule.waitAfter(2, 0)).contains(Duration.ofMinutes(5));
    assertThat(RetrySchedule.waitAfter(2, 0.5)).contains(Duration.ofSeconds(330));
    assertThat(RetrySchedule.waitAfter(2, 1)).contains(Duration.ofMinutes(6));
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "204, DELIVERED",
    "299, DELIVERED",
    "301, REDIRECTED",
    "304, REDIRECTED",
    "307, REDIRECTED",
    "400, REFUSED",
    "404, REFUSED",
    "410, GONE",
    "429, THROTTLED",
    "500, RECEIVER_FAILED",
    "503, RECEIVER_FAILED",
    "199, RECEIVER_FAILED",
    "600, RECEIVER_FAILED",
  })
  void onlyA2xxIsASuccess(int status, Outcome outcome) {
    Attempt attempt = answered(status, null);

    assertThat(attempt.outcome()).isEqualTo(outcome);
    assertThat(Progress.begin(NOW).after(attempt, NOW, 0).state() == Progress.State.DELIVERED)
        .isEqualTo(outcome == Outcome.DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 7 ', PT7S",
    "'Fri, 20 Nov 2026 09:10:00 GMT', PT10M",
    "999999999, PT1H",
    "'Fri, 20 Nov 2026 19:10:00 GMT', PT1H",
  })
  void aReceiversWishToPauseIsTakenUpToAnHour(String header, Duration pause) {
    assertThat(answered(503, header).pause()).contains(pause);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "soon", "99999999999999999999", "'Fri, 20 Nov 2026 08:10:00 GMT'"})
  void aWishThatMakesNoSenseIsPassedOver(String header) {
    assertThat(answered(503, header).pause()).isEmpty();
  }

  @Test
  void aPauseMovesTheNextAttemptLaterAndNeverEarlier() {
    Progress first = Progress.begin(NOW).after(answered(429, "60"), NOW, 0);
    Progress second = first.after(answered(429, "60"), NOW, 0);

    assertThat(first.next()).contains(NOW.plusSeconds(60));
    assertThat(second.next()).contains(NOW.plusSeconds(300));
  }

  @Test
  void goneDisablesAtOnce() {
    Attempt gone = answered(410, null);

    assertThat(Health.UNKNOWN.after(gone, NOW).disabled(gone, NOW, PATIENCE))
        .contains(Disabled.GONE);
  }

  @Test
  void failingForFiveDaysDisablesWhenItWasTriedOften() {
    Health often = failing(Health.FEWEST_FAILURES);
    Health seldom = failing(Health.FEWEST_FAILURES - 1);

    assertThat(often.disabled(FAILURE, NOW.plus(PATIENCE), PATIENCE)).contains(Disabled.FAILING);
    assertThat(often.disabled(FAILURE, NOW.plus(PATIENCE).minusMillis(1), PATIENCE)).isEmpty();
    assertThat(seldom.disabled(FAILURE, NOW.plus(PATIENCE), PATIENCE)).isEmpty();
  }

  @Test
  void aSuccessForgetsFailuresAndPauses() {
    Health failing = failing(30).after(answered(503, "60"), NOW);

    assertThat(failing.pausedUntil()).contains(NOW.plusSeconds(60));
    assertThat(failing.after(answered(200, null), NOW)).isEqualTo(Health.UNKNOWN);
  }

  private static Health failing(int times) {
    Health health = Health.UNKNOWN;
    for (int i = 0; i < times; i++) {
      health = health.after(FAILURE, NOW.plusSeconds(i));
    }
    assertThat(health.failingSince()).contains(NOW);
    return health;
  }

  private static Attempt answered(int status, String retryAfter) {
    return Attempt.answered(status, Optional.ofNullable(retryAfter), NOW);
  }
}
