package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifetimes count the time in which the service was there. */
class PresenceTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Presence presence = new Presence(Ground.config(), Clock.systemUTC());

  @BeforeEach
  @AfterEach
  void neverAway() {
    Ground.column("truncate absence");
    Ground.column("update presence set seen_at = clock_timestamp()");
  }

  @Test
  void withoutAnAbsenceALifetimeIsWhatItSays() {
    assertThat(beginning(30)).isEqualTo(daysAgo(30));
  }

  @Test
  void anAbsenceInALifetimeIsAddedToIt() {
    assertThat(beginning(30, absence(110, 10))).isEqualTo(daysAgo(130));
    assertThat(beginning(30, absence(100, 0))).isEqualTo(daysAgo(130));
  }

  @Test
  void anAbsenceBeforeALifetimeDoesNotConcernIt() {
    assertThat(beginning(30, absence(131, 31))).isEqualTo(daysAgo(30));
  }

  @Test
  void anAbsenceThatAnotherOneBringsIntoALifetimeCounts() {
    assertThat(beginning(30, absence(110, 10), absence(140, 120))).isEqualTo(daysAgo(150));
    assertThat(beginning(30, absence(110, 10), absence(240, 140))).isEqualTo(daysAgo(130));
  }

  @Test
  void anAbsenceThatAClockOfNextYearHasNotedCountsForNothingOnceTheClockIsRight() {
    assertThat(beginning(30, absence(0, -365))).isEqualTo(daysAgo(30));
    assertThat(beginning(30, absence(0, -365), absence(110, 10))).isEqualTo(daysAgo(130));
  }

  @Test
  void whoeverAsksFirstAfterAnAbsenceKnowsOfIt() {
    Ground.column("update presence set seen_at = clock_timestamp() - interval '100 days'");

    assertThat(presence.span(Duration.ofDays(30)).toDays()).isEqualTo(130);
    assertThat(Ground.column("select count(*) from absence")).containsExactly("1");
  }

  @Test
  void aNightIsNoAbsence() throws SQLException {
    Ground.column("update presence set seen_at = clock_timestamp() - interval '23 hours'");

    presence.note();

    assertThat(presence.span(Duration.ofDays(30))).isEqualTo(Duration.ofDays(30));
    assertThat(Ground.column("select count(*) from absence")).containsExactly("0");
  }

  private static Instant beginning(int days, Absence... latestFirst) {
    return Presence.beginning(NOW, Duration.ofDays(days), List.of(latestFirst));
  }

  private static Absence absence(int begun, int ended) {
    return new Absence(daysAgo(begun), daysAgo(ended));
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
