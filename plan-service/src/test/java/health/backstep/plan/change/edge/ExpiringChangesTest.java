package health.backstep.plan.change.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes are kept for 30 days, and a reader who was away longer is told so. */
@PlanComponentTest
class ExpiringChangesTest {

  @Inject Happenings happenings;
  @Inject AllTenants tenants;
  @Inject ChangesConfig config;

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

  private void age(int upTo) {
    Stored.alter(
        "update change set recorded_at = now() - interval '31 days' where number <= %d and tenant = '%s'"
            .formatted(upTo, partner.tenant()));
  }

  private void removeWhatIsPastItsTime() {
    try (Connection connection = tenants.connect("expiring-test")) {
      ExpiringChanges expiring = new ExpiringChanges(config, Clock.systemUTC());
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
