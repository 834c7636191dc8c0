package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.plan.edge.PlanComponentTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of the messages for a webhook that is switched off. */
@PlanComponentTest
class DisabledWebhookTest extends WithWebhook {

  @Test
  void changesThatAreNoLongerKeptWhenItIsEnabledAgainAreShownAsMissed() {
    parts.planChanged(partner);
    round();
    hook.get("").body("missed", nullValue());
    hook.disable();
    parts.planChanged(partner);
    parts.planChanged(partner);
    parts.planChanged(partner);
    parts.removeChanges(partner, 3);

    hook.get("")
        .body("missed.changes", equalTo(2))
        .body("missed.fromNumber", equalTo(2))
        .body("missed.toNumber", equalTo(3));
    hook.enable(receiver).body("missed.changes", equalTo(2));
    round();

    assertThat(receiver.received()).hasSize(2);
    hook.get("/deliveries").body("items.changeNumber", contains(4, 1));
    hook.get("").body("missed.changes", equalTo(2)).body("missed.toNumber", equalTo(3));
  }

  @Test
  void whatIsMissedLaterIsAddedToWhatWasMissedBefore() {
    for (int i = 0; i < 2; i++) {
      hook.disable();
      parts.planChanged(partner);
      parts.planChanged(partner);
      parts.removeChanges(partner, 2 * (i + 1));
      hook.enable(receiver);
      round();
    }

    hook.get("")
        .body("missed.changes", equalTo(4))
        .body("missed.fromNumber", equalTo(1))
        .body("missed.toNumber", equalTo(4));
  }

  @Test
  void whereNothingIsKeptThereIsNothingLeftToDo() throws SQLException {
    hook.disable();
    parts.planChanged(partner);
    parts.removeChanges(partner, 1);
    hook.enable(receiver);
    round();

    try (Connection connection = parts.overview.connect()) {
      assertThat(parts.overview.behind(connection)).doesNotContain(place());
    }
    hook.get("").body("missed.toNumber", equalTo(1));
  }

  @Test
  void whatWaitsForADisabledOrDeletedWebhookIsNotPending() throws SQLException {
    long before = pending();
    receiver.answer(500);
    parts.planChanged(partner);
    round();
    assertThat(pending()).isEqualTo(before + 1);

    hook.disable();
    assertThat(pending()).as("disabled").isEqualTo(before);
    hook.enable(receiver);
    assertThat(pending()).as("enabled again").isEqualTo(before + 1);
    Hook deleted = hook;
    hook = Hook.at(partner, receiver.url());
    deleted.delete();
    assertThat(pending()).as("deleted").isEqualTo(before);
  }

  @Test
  void whatWaitedForAsLongAsTheLogIsKeptExpiresAndCanBeReplayed() {
    receiver.answer(500);
    parts.planChanged(partner);
    round();
    hook.disable();
    parts.tidying.tidy(clock.instant().minusSeconds(3600));
    hook.get("/deliveries").body("items.status", contains("PENDING"));

    parts.tidying.tidy(clock.instant().plusSeconds(60));
    hook.get("/deliveries?status=EXPIRED")
        .body("items.status", contains("EXPIRED"))
        .body("items[0].endedAt", notNullValue())
        .body("items[0].nextAttemptAt", nullValue());
    hook.get("").body("missed.changes", equalTo(1)).body("missed.fromNumber", equalTo(1));

    hook.enable(receiver);
    clock.forward(parts.config.lease());
    round();
    assertThat(receiver.received()).as("not by itself").hasSize(1);
    hook.post("/deliveries/" + hook.delivery().getString("deliveryId") + "/replay")
        .then()
        .statusCode(202);
    round();
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void whatWaitsForAWebhookThatIsEnabledDoesNotExpire() {
    receiver.answer(500);
    parts.planChanged(partner);
    round();
    hook.disable();
    hook.enable(receiver);

    parts.tidying.tidy(clock.instant().plusSeconds(60));

    hook.get("/deliveries").body("items.status", contains("PENDING"));
    hook.get("").body("missed", nullValue());
  }

  private WorkOverview.Place place() {
    return new WorkOverview.Place(new Tenant(partner.tenant()), UUID.fromString(hook.id()));
  }

  private long pending() throws SQLException {
    try (Connection connection = parts.overview.connect()) {
      return parts.overview.waiting(connection, clock.instant()).pending();
    }
  }
}
