package health.backstep.backbone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final Quota<String> quota = quota(1_000);

  @Test
  void aCallerMayMakeAllHisCallsAtOnceAndNoneMore() {
    assertThat(IntStream.range(0, 600).allMatch(call -> quota.count("app").allowed())).isTrue();

    Standing refused = quota.count("app");

    assertThat(refused).isEqualTo(new Standing(false, "\"client\";r=0;t=60", 1));
  }

  @Test
  void theFieldsAreThoseOfTheDraft() {
    assertThat(quota.policy()).isEqualTo("\"client\";q=600;w=60");
    assertThat(quota.count("app").field()).isEqualTo("\"client\";r=599;t=1");
    IntStream.range(0, 99).forEach(call -> quota.count("app"));
    pass(Duration.ofSeconds(1));
    assertThat(quota.count("app").field()).isEqualTo("\"client\";r=509;t=10");
  }

  @Test
  void callsComeBackEvenly() {
    IntStream.range(0, 600).forEach(call -> quota.count("app"));

    pass(Duration.ofSeconds(2));

    assertThat(IntStream.range(0, 30).filter(call -> quota.count("app").allowed())).hasSize(20);
  }

  @Test
  void aRefusedCallUsesNothingUp() {
    IntStream.range(0, 2_000).forEach(call -> quota.count("app"));

    pass(Duration.ofMillis(100));

    assertThat(quota.count("app").allowed()).isTrue();
  }

  @Test
  void aCallerThatIsWaitedForIsToldHowLong() {
    Quota<String> slow = new Quota<>("client", 2, MINUTE, 10, time());
    IntStream.range(0, 2).forEach(call -> slow.count("app"));

    assertThat(slow.count("app")).isEqualTo(new Standing(false, "\"client\";r=0;t=60", 30));
  }

  @Test
  void callersAreCountedApart() {
    IntStream.range(0, 601).forEach(call -> quota.count("app"));

    assertThat(quota.count("other").allowed()).isTrue();
  }

  @Test
  void whoeverWasSilentForAWindowIsForgottenAndHasAllCallsAgain() {
    IntStream.range(0, 601).forEach(call -> quota.count("app"));

    pass(MINUTE.plusNanos(1));

    assertThat(quota.remembered()).isZero();
    assertThat(quota.count("app").field()).isEqualTo("\"client\";r=599;t=1");
  }

  @Test
  void moreCallersThanAreRememberedDoNotFillTheMemory() {
    Quota<String> small = quota(100);

    IntStream.range(0, 10_000).forEach(caller -> small.count("app-" + caller));

    assertThat(small.remembered()).isLessThanOrEqualTo(100);
  }

  private Quota<String> quota(long remembered) {
    return new Quota<>("client", 600, MINUTE, remembered, time());
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
