package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.testing.Refusal;
import health.backstep.plan.edge.PlanComponentTest;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stretches of changes that are sent again. */
@PlanComponentTest
class ReplaysTest extends WithWebhook {

  private static final String ALL = "{\"fromNumber\": 1}";

  @BeforeEach
  void aChangeThatWasSent() {
    parts.planChanged(partner);
    round();
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aStretchIsReplayedWithWhatWasNeverSentAndTheSameIds() throws IOException {
    try (Receiver later = new Receiver()) {
      Hook second = Hook.at(partner, later.url());
      parts.planChanged(partner);
      round();
      String from = Instant.now().minusSeconds(3600).toString();
      String replay =
          second
              .post("/replays", "{\"from\": \"%s\"}".formatted(from))
              .then()
              .statusCode(202)
              .body("status", equalTo("RUNNING"))
              .extract()
              .path("replayId");
      round();

      second
          .get("/replays/" + replay)
          .body("status", equalTo("DONE"))
          .body("deliveries", equalTo(2));
      assertThat(later.received()).hasSize(3);
      assertThat(later.received())
          .extracting(Receiver.Received::id)
          .containsOnly(receiver.received().get(0).id(), receiver.received().get(1).id());
      second
          .post("/replays", "{\"fromNumber\": 1, \"toNumber\": 1, \"onlyUndelivered\": true}")
          .then()
          .statusCode(202);
      round();
      assertThat(later.received()).hasSize(3);
      second.delete();
    }
  }

  @Test
  void aWebhookHasABoundedNumberOfOpenReplays() {
    for (int i = 0; i < 5; i++) {
      replay();
    }
    Refusal.of(partner.tenant(), () -> hook.post("/replays", ALL), 409, "TOO_MANY_REPLAYS");

    round();
    replay();
  }

  @Test
  void theBoundHoldsForReplaysThatAreAskedForAtOnce() throws Exception {
    List<Callable<Integer>> calls =
        Collections.nCopies(12, () -> hook.post("/replays", ALL).statusCode());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(calls))
          .extracting(Future::resultNow)
          .containsOnly(202, 409)
          .filteredOn(status -> status == 202)
          .hasSize(5);
    }
  }

  @Test
  void aReplayPausesWhileItsWebhookIsDisabledAndGoesOnAfterwards() {
    String replay = replay();
    hook.disable();
    assertThat(step()).isFalse();
    hook.get("/replays/" + replay)
        .body("status", equalTo("PAUSED"))
        .body("finishedAt", nullValue())
        .body("deliveries", equalTo(0));

    hook.enable(receiver);
    hook.get("/replays/" + replay).body("status", equalTo("RUNNING"));
    round();
    hook.get("/replays/" + replay).body("status", equalTo("DONE")).body("deliveries", equalTo(1));
    assertThat(receiver.received()).hasSize(2);
  }

  @Test
  void aReplayThatWasPausedForAsLongAsTheLogIsKeptExpires() {
    String replay = replay();
    hook.disable();
    parts.tidying.tidy(clock.instant().minusSeconds(3600));
    hook.get("/replays/" + replay).body("status", equalTo("PAUSED"));

    parts.tidying.tidy(clock.instant().plusSeconds(60));
    hook.enable(receiver);
    round();

    hook.get("/replays/" + replay)
        .body("status", equalTo("EXPIRED"))
        .body("finishedAt", notNullValue());
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aReplayTellsFromWhichChangeOnItSendsWhenThoseBeforeAreNoLongerKept() {
    parts.planChanged(partner);
    parts.planChanged(partner);
    round();
    parts.removeChanges(partner, 2);

    hook.post("/replays", ALL)
        .then()
        .statusCode(202)
        .body("fromNumber", equalTo(3))
        .body("toNumber", equalTo(3));
  }

  @Test
  void aReplayEndsWithItsWebhook() {
    replay();
    Hook deleted = hook;
    hook = Hook.at(partner, receiver.url());
    deleted.delete();

    assertThat(step(deleted)).isFalse();
    round();
    assertThat(receiver.received()).hasSize(1);
  }

  private String replay() {
    return hook.post("/replays", ALL)
        .then()
        .statusCode(202)
        .body("status", equalTo("RUNNING"))
        .extract()
        .path("replayId");
  }

  private boolean step() {
    return step(hook);
  }

  private boolean step(Hook of) {
    return parts.replaying.step(
        new Tenant(partner.tenant()), UUID.fromString(of.id()), clock.instant());
  }
}
