package health.backstep.plan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissedTest {

  @Test
  void whatWasRemovedBehindTheLastThatWasToldIsMissed() {
    assertThat(Missed.between(7, 9)).contains(new Missed(2, 8, 9));
  }

  @Test
  void nothingIsMissedOfWhatIsStillKeptOrWasTold() {
    assertThat(Missed.between(7, 7)).isEmpty();
    assertThat(Missed.between(7, 3)).isEmpty();
  }

  @Test
  void twoStretchesReachFromTheFirstToTheLastAndCountTheirOwn() {
    assertThat(new Missed(2, 8, 9).and(new Missed(1, 20, 20))).isEqualTo(new Missed(3, 8, 20));
    assertThat(new Missed(1, 20, 20).and(new Missed(2, 8, 9))).isEqualTo(new Missed(3, 8, 20));
  }
}
