package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.plan.edge.PlanComponentTest;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Outcome;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who makes which attempt, as the database alone decides it. */
@PlanComponentTest
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClaimsTest extends WithWebhook {

  private static final int ANY = 100;

  @Inject ProgressRows progress;
  @Inject DueDeliveries deliveries;

  @Test
  void whatIsDueForLongestIsClaimedFirst() {
    due(3);
    Claim first = claim(1).getFirst();
    parts.ends.putBack(first, clock.instant());
    clock.forward(Duration.ofMinutes(1));

    Claim second = claim(1).getFirst();
    Claim third = claim(1).getFirst();
    assertThat(List.of(second.deliveryId(), third.deliveryId()))
        .isSorted()
        .doesNotContain(first.deliveryId());
    assertThat(claim(1).getFirst().deliveryId()).isEqualTo(first.deliveryId());
  }

  @Test
  void anEndpointHasSoManyAttemptsUnderWayOverAllInstances() {
    due(6);

    List<Claim> some = claim(ANY);
    assertThat(some).hasSize(parts.config.perEndpoint());
    assertThat(claim(ANY)).isEmpty();
    delivered(some.getFirst());
    assertThat(claim(ANY)).hasSize(1);
  }

  @Test
  void anEndpointThatFailsHasOneAttemptUnderWayBesideWhatWaitsForItsTime() {
    due(4);
    List<Claim> all = claim(ANY);
    failed(all.getFirst());
    failed(all.get(1));
    delivered(all.get(2));
    failed(all.get(3));
    due(3);

    assertThat(claim(ANY)).hasSize(1);
    assertThat(claim(ANY)).isEmpty();
  }

  @Test
  void aLeaseKeepsOthersAwayUntilItIsOver() {
    due(1);
    Claim first = claim(ANY).getFirst();
    clock.forward(parts.config.lease().minusSeconds(1));
    assertThat(claim(ANY)).isEmpty();

    clock.forward(Duration.ofSeconds(1));
    Claim second = claim(ANY).getFirst();
    failed(first);
    assertThat(hook.delivery().getInt("attempts")).as("too late").isZero();
    parts.ends.putBack(first, clock.instant().minusSeconds(600));
    assertThat(claim(ANY)).as("nor is it put back any more").isEmpty();
    delivered(second);
    assertThat(hook.delivery().getInt("attempts")).isEqualTo(1);
    assertThat(hook.delivery().getString("status")).isEqualTo("DELIVERED");
  }

  @Test
  void whileOneInstanceAsksAnotherGetsNothingAndDoesNotWait() {
    due(1);
    parts.transaction.run(
        tenant(),
        () -> {
          progress.lock(endpointId());
          assertThat(claim(ANY)).isEmpty();
        });
    assertThat(claim(ANY)).hasSize(1);
  }

  @Test
  void aDeliveryThatIsJustBeingReplayedKeepsNoOtherWaiting() {
    due(2);
    UUID newest = UUID.fromString(hook.delivery().getString("deliveryId"));
    parts.transaction.run(
        tenant(),
        () -> {
          assertThat(deliveries.again(endpointId(), newest, clock.instant())).isTrue();
          assertThat(claim(ANY)).extracting(Claim::deliveryId).hasSize(1).doesNotContain(newest);
        });
  }

  @Test
  void nothingIsClaimedForAnEndpointThatIsDisabledOrWasDeleted() {
    due(1);
    hook.disable();
    assertThat(claim(ANY)).as("disabled").isEmpty();
    hook.enable(receiver);
    Hook deleted = hook;
    hook = Hook.at(partner, receiver.url());
    deleted.delete();
    assertThat(claim(deleted, ANY)).as("deleted").isEmpty();
  }

  @Test
  void eachAttemptIsCountedAndThoseOfTheRoundDecideWhenTheNextIsDue() {
    due(1);
    for (int i = 0; i < 4; i++) {
      failed(claim(ANY).getFirst());
      clock.forward(Duration.ofHours(29));
    }
    hook.post("/deliveries/" + hook.delivery().getString("deliveryId") + "/replay");
    Instant before = clock.instant();
    failed(claim(ANY).getFirst());

    assertThat(hook.delivery().getInt("attempts")).isEqualTo(5);
    assertThat(hook.delivery().getList("tries.number")).containsExactly(1, 2, 3, 4, 5);
    assertThat(Instant.parse(hook.delivery().getString("nextAttemptAt")))
        .isBetween(before.plusSeconds(5), before.plusSeconds(66));
  }

  /** Deliveries that are due, the newest a little after the others. */
  private void due(int changes) {
    for (int i = 0; i < changes; i++) {
      parts.planChanged(partner);
      parts.fanOut.step(tenant(), endpointId(), clock.instant());
      clock.forward(Duration.ofSeconds(1));
    }
  }

  private List<Claim> claim(int most) {
    return claim(hook, most);
  }

  private List<Claim> claim(Hook of, int most) {
    return parts.claims.claim(tenant(), UUID.fromString(of.id()), most, clock.instant());
  }

  private void delivered(Claim claim) {
    end(claim, Outcome.DELIVERED);
  }

  private void failed(Claim claim) {
    end(claim, Outcome.TIMED_OUT);
  }

  private void end(Claim claim, Outcome outcome) {
    parts.ends.end(claim, Attempt.failed(outcome), clock.instant(), Duration.ofSeconds(1));
  }

  private Tenant tenant() {
    return new Tenant(partner.tenant());
  }

  private UUID endpointId() {
    return UUID.fromString(hook.id());
  }
}
