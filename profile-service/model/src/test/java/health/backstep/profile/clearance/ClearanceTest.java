package health.backstep.profile.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearanceTest {

  private static final Instant RECORDED = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant END = Instant.parse("2026-12-20T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "CLEARED,  -1, true",
    "CLEARED,   0, false",
    "PENDING,  -1, false",
    "WITHHELD, -1, false",
  })
  void holdsOnlyWhenGivenAndUntilItsEnd(ClearanceStatus status, int secondsFromEnd, boolean valid) {
    Clearance clearance = new Clearance(status, true, "Dr. A", Optional.of(END), RECORDED);

    assertThat(clearance.isValidAt(END.plusSeconds(secondsFromEnd))).isEqualTo(valid);
    assertThat(clearance.allowsLoadingAt(END.plusSeconds(secondsFromEnd))).isEqualTo(valid);
  }

  @Test
  void holdsForAnAssessmentThatWasMadeEarlierAndEnteredLater() {
    assertThat(cleared(false).isValidAt(RECORDED.minusSeconds(3600))).isTrue();
  }

  @Test
  void loadingNeedsAWordOfItsOwn() {
    assertThat(cleared(false).allowsLoadingAt(RECORDED)).isFalse();
    assertThat(cleared(true).allowsLoadingAt(RECORDED)).isTrue();
  }

  @Test
  void aWithdrawalAllowsNothingAndNamesItsRule() {
    Clearance withdrawn = Clearance.withdrawnBecause("RF-EMERGENCY", RECORDED);

    assertThat(withdrawn.isValidAt(RECORDED)).isFalse();
    assertThat(withdrawn.loading()).isFalse();
    assertThat(withdrawn.by()).isEqualTo("rule RF-EMERGENCY");
    assertThat(withdrawn.recordedAt()).isEqualTo(RECORDED);
  }

  @Test
  void somebodyMustHaveSaidIt() {
    assertThatThrownBy(
            () -> new Clearance(ClearanceStatus.CLEARED, true, " ", Optional.empty(), RECORDED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("by must not be blank");
  }

  private static Clearance cleared(boolean loading) {
    return new Clearance(ClearanceStatus.CLEARED, loading, "Dr. A", Optional.empty(), RECORDED);
  }
}
