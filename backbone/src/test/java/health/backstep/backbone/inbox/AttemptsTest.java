package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

  private final Attempts attempts = new Attempts();

  @Test
  void aRecordIsGivenUpAfterFourFailuresOfItsOwn() {
    fail(3, new IllegalStateException());
    assertThat(attempts.areUsedUp()).isFalse();

    fail(1, new IllegalStateException());
    assertThat(attempts.areUsedUp()).isTrue();
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @CsvSource({"08006", "53300", "57P01", "40001", "40P01", "55P03", "25P03", ","})
  void aDatabaseThatIsAwayUsesUpNoAttempt(String sqlState) {
    fail(100, new DatabaseFailure(new SQLException("away", sqlState)));

    assertThat(attempts.areUsedUp()).isFalse();
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @CsvSource({"23505", "22021", "42601", "P0001"})
  void aDatabaseThatRefusesUsesUpAttempts(String sqlState) {
    fail(4, new DatabaseFailure(new SQLException("refused", sqlState)));

    assertThat(attempts.areUsedUp()).isTrue();
  }

  @Test
  void aPassingFailureIsKnownByAnyOfItsCauses() {
    fail(100, new IllegalStateException(new RuntimeException(new SQLException("away", "08001"))));

    assertThat(attempts.areUsedUp()).isFalse();
  }

  @Test
  void aCommitThatBreaksUsesUpNoAttempt() {
    fail(100, new IllegalStateException(new RollbackException("could not commit")));

    assertThat(attempts.areUsedUp()).isFalse();
  }

  @Test
  void aCommitThatTheDatabaseRefusesUsesUpAttempts() {
    RollbackException refused = new RollbackException("could not commit");
    refused.initCause(new SQLException("twice", "23505"));

    fail(4, new IllegalStateException(refused));

    assertThat(attempts.areUsedUp()).isTrue();
  }

  @Test
  void aRecordIsGivenUpWithinHalfASecondOfPauses() {
    Duration paused = Duration.ZERO;
    while (!attempts.areUsedUp()) {
      fail(1, new IllegalStateException());
      paused = paused.plus(attempts.nextPause());
    }

    assertThat(paused).isEqualTo(Duration.ofMillis(350));
  }

  @Test
  void thePauseDoublesUpToFiveSeconds() {
    assertThat(Stream.generate(attempts::nextPause).limit(10).map(Duration::toMillis))
        .containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
  }

  private void fail(int times, RuntimeException failure) {
    IntStream.range(0, times).forEach(i -> attempts.failed(failure));
  }
}
