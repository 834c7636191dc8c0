package health.backstep.plan.change.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.plan.edge.Feed;
import health.backstep.plan.edge.Happenings;
import health.backstep.plan.edge.PlanComponentTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes are kept for 30 days, and a reader who was away longer is told so. */
@PlanComponentTest
class ExpiringChangesTest {

  @Inject Happenings happenings;
  @Inject AllTenants tenants;
  @Inject ChangesConfig config;
  @Inject Presence presence;
  @Inject FollowingChanges following;
  @Inject ChangeSignals signals;

  private final Partner partner = new Partner("expiry-" + UUID.randomUUID());
  private final Feed feed = new Feed(partner);

  @Test
  void aCursorOfWhatIsNoLongerKeptSaysWhatToDo() {
    happenings.happen(partner);
    String old = feed.next("").getString("nextCursor");
    happenings.happen(partner);
    happenings.happen(partner);
    new Feed(partner).next("");

    age(2);
    removeWhatIsPastItsTime();

    Refusal.of(
            partner.tenant(),
            () -> partner.request().get("/v1/changes?cursor=" + old),
            410,
            "CURSOR_EXPIRED")
        .body("detail", equalTo(expired()));
    Feed anew = new Feed(partner);
    assertThat(anew.next("").getList("items.number", Long.class)).containsExactly(3L);
    happenings.happen(partner);
    assertThat(anew.next("").getList("items.number", Long.class)).containsExactly(4L);
  }

  @Test
  void aCursorAtTheEdgeOfWhatIsKeptIsStillGood() {
    happenings.happen(partner);
    feed.next("");
    age(1);
    removeWhatIsPastItsTime();

    UUID next = happenings.happen(partner);

    assertThat(feed.events(10)).containsExactly(next);
  }

  @Test
  void anOldChangeStaysWhileOneBeforeItHasNotPassedItsTime() {
    happenings.happen(partner);
    happenings.happen(partner);
    feed.next("");
    Stored.alter(
        "update change set recorded_at = now() - interval '31 days' where number = 2 and tenant = '%s'"
            .formatted(partner.tenant()));

    removeWhatIsPastItsTime();

    assertThat(new Feed(partner).events(10)).hasSize(2);
  }

  @Test
  void whatWillOnlyPassItsTimeTomorrowStays() {
    happenings.happen(partner);
    feed.next("");
    record(1, Instant.now().minus(Duration.ofDays(29)));

    removeWhatIsPastItsTime();

    assertThat(new Feed(partner).events(10)).hasSize(1);
  }

  @Test
  void theMomentItselfIsNotPast() {
    Instant end = Instant.parse("2026-10-22T10:00:00Z");
    happenings.happen(partner);
    happenings.happen(partner);
    feed.next("");
    record(1, end.minus(1, ChronoUnit.MICROS));
    record(2, end);

    assertThat(remove(end, 100)).isEqualTo(1);

    assertThat(new Feed(partner).next("").getList("items.number", Long.class)).containsExactly(2L);
  }

  @Test
  void aStepTakesTheOldestAndNoMoreThanItMay() {
    Partner other = new Partner("expiry-" + UUID.randomUUID());
    happenings.happen(other);
    new Feed(other).next("");
    for (int i = 0; i < 5; i++) {
      happenings.happen(partner);
    }
    feed.next("limit=2");
    new Feed(partner).next("");
    Instant later = Instant.now().plus(Duration.ofDays(1));

    assertThat(remove(later, 2)).isEqualTo(2);

    assertThat(feed.next("").getList("items.number", Long.class)).containsExactly(3L, 4L, 5L);
    assertThat(remove(later, 2)).isEqualTo(2);
    assertThat(remove(later, 2)).isEqualTo(1);
    assertThat(remove(later, 2)).isZero();
    assertThat(feed.next("").getList("items")).isEmpty();
    assertThat(new Feed(other).next("").getList("items")).hasSize(1);
  }

  @Test
  void aStreamWhoseReaderIsTooSlowEndsAndLeavesNothingOut() {
    happenings.happen(partner);
    happenings.happen(partner);
    FeedPlace place = following.begin(new Tenant(partner.tenant()), null, List.of());
    Duration heartbeat = Duration.ofMillis(1);
    try (ChangeStream stream = new ChangeStream(following, signals, place, heartbeat)) {
      assertThat(stream.next().last()).isFalse();

      remove(Instant.now().plus(Duration.ofDays(1)), 1);

      assertThat(stream.next()).isEqualTo(new ChangeStream.Message(place.cursor(), null, true));
    }
  }

  private void record(int number, Instant at) {
    Stored.alter(
        "update change set recorded_at = '%s' where number = %d and tenant = '%s'"
            .formatted(at, number, partner.tenant()));
  }

  private int remove(Instant before, int step) {
    try (Connection connection = tenants.connect("expiring-test")) {
      return new RemovingChanges(connection).remove(partner.tenant(), before, step);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void age(int upTo) {
    Stored.alter(
        "update change set recorded_at = now() - interval '31 days' where number <= %d and tenant = '%s'"
            .formatted(upTo, partner.tenant()));
  }

  private void removeWhatIsPastItsTime() {
    try (Connection connection = tenants.connect("expiring-test")) {
      ExpiringChanges expiring = new ExpiringChanges(config, presence, Clock.systemUTC());
      for (int step = 0; step < 10; step++) {
        expiring.step(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String expired() {
    return "Changes after this cursor are no longer kept. Read the plans of your patients anew, and"
        + " follow the feed without a cursor, from the oldest change that is kept.";
  }
}
