package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Attempts attempts = new Attempts(nanos::get);
  private boolean databaseIsWell = true;

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

  @Test
  void whenTheDatabaseGoesAwayWhileARecordIsPutAsideThePausesGoOnAndGrow() {
    fail(4, new IllegalStateException());
    assertThat(attempts.nextPause()).isZero();

    List<Duration> pauses =
        Stream.generate(
                () -> {
                  fail(1, new DatabaseFailure(new SQLException("away", "08006")));
                  return attempts.nextPause();
                })
            .limit(3)
            .toList();

    assertThat(pauses)
        .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @CsvSource({"57014", "55P03", "25P03"})
  void aRecordThatRunsIntoALimitForAMinuteOnAWellDatabaseIsGivenUp(String sqlState) {
    DatabaseFailure limit = new DatabaseFailure(new SQLException("too long", sqlState));
    fail(1, limit);
    pass(Duration.ofSeconds(59));
    fail(10, limit);
    assertThat(attempts.areUsedUp()).isFalse();

    pass(Duration.ofSeconds(1));
    fail(4, limit);
    assertThat(attempts.areUsedUp()).isTrue();

    fail(100, limit);
    assertThat(attempts.areBeyondHope()).isFalse();
  }

  @Test
  void aTransactionThatEndsWithoutAReasonForAMinuteIsSuchALimit() {
    IllegalStateException limit = new IllegalStateException(new RollbackException("too long"));
    fail(1, limit);
    pass(Duration.ofMinutes(1));
    fail(4, limit);

    assertThat(attempts.areUsedUp()).isTrue();
  }

  @Test
  void limitsOfADatabaseThatAnswersNobodyUseUpNoAttempt() {
    databaseIsWell = false;
    DatabaseFailure limit = new DatabaseFailure(new SQLException("too long", "57014"));
    fail(1, limit);
    pass(Duration.ofMinutes(5));
    fail(100, limit);

    assertThat(attempts.areUsedUp()).isFalse();
  }

  @Test
  void theMinuteBeginsAgainWhenTheDatabaseWasAwayBetween() {
    DatabaseFailure limit = new DatabaseFailure(new SQLException("too long", "57014"));
    fail(1, limit);
    pass(Duration.ofMinutes(1));
    fail(1, new DatabaseFailure(new SQLException("away", "08006")));
    fail(10, limit);

    assertThat(attempts.areUsedUp()).isFalse();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void fail(int times, RuntimeException failure) {
    IntStream.range(0, times).forEach(i -> attempts.failed(failure, () -> databaseIsWell));
  }
}
