package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.tenancy.Tenant;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names whose addresses are long in coming. */
class LookUpsTest {

  private static final Tenant SLOW = new Tenant("slow");
  private static final Tenant OTHER = new Tenant("other");
  private static final InetAddress FOUND = InetAddress.ofLiteral("192.0.2.1");
  private static final int PER_TENANT = 2;

  private final CountDownLatch answered = new CountDownLatch(1);
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Places places = new Places(3, PER_TENANT);
  private final LookUps lookUps = new LookUps(this::resolve, places, Duration.ofSeconds(60));
  private final LookUps hasty = new LookUps(this::resolve, places, Duration.ofMillis(20));

  @AfterEach
  void answerAll() {
    answered.countDown();
    lookUps.close();
    hasty.close();
  }

  @Test
  void aNameIsAskedForAndAnswered() {
    assertThat(lookUps.addresses(OTHER, "quick")).contains(List.of(FOUND));
  }

  @Test
  void aNameThatNobodyKnowsHasNoAddress() {
    assertThat(lookUps.addresses(OTHER, "unknown")).contains(List.of());
  }

  @Test
  void aNameWithoutAnAnswerInTimeHasNoAddress() {
    assertThat(hasty.addresses(SLOW, "slow-1")).contains(List.of());
  }

  @Test
  void whatGoesOnAfterItWasGivenUpCountsAndTheNextIsNotBegun() {
    hasty.addresses(SLOW, "slow-1");
    hasty.addresses(SLOW, "slow-2");

    assertThat(lookUps.addresses(SLOW, "quick")).isEmpty();
    assertThat(asked).doesNotContain("quick");
  }

  @Test
  void theSlowNamesOfATenantAreNobodyElses() {
    hasty.addresses(SLOW, "slow-1");
    hasty.addresses(SLOW, "slow-2");

    assertThat(lookUps.addresses(OTHER, "quick")).contains(List.of(FOUND));
  }

  @Test
  void aNameThatIsBeingAskedForIsNotAskedForBesideThat() {
    hasty.addresses(SLOW, "slow-1");
    hasty.addresses(SLOW, "slow-1");
    assertThat(hasty.addresses(SLOW, "slow-1")).contains(List.of());

    assertThat(lookUps.addresses(SLOW, "quick")).as("one place is left").isPresent();
    assertThat(asked).containsExactlyInAnyOrder("slow-1", "quick");
  }

  @Test
  void allTogetherAreBounded() {
    hasty.addresses(SLOW, "slow-1");
    hasty.addresses(SLOW, "slow-2");
    hasty.addresses(OTHER, "slow-3");

    assertThat(lookUps.addresses(OTHER, "quick")).isEmpty();
  }

  @Test
  void aLateAnswerFreesItsPlace() {
    hasty.addresses(SLOW, "slow-1");
    hasty.addresses(SLOW, "slow-2");
    answered.countDown();

    Awaitility.await()
        .untilAsserted(() -> assertThat(lookUps.addresses(SLOW, "quick")).contains(List.of(FOUND)));
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    asked.add(host);
    try {
      if (host.startsWith("slow")) {
        answered.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (host.equals("unknown")) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {FOUND};
  }
}
