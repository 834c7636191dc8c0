package health.backstep.backbone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @Test
  void aFailureIsNamedByItsClassAndPlace() {
    assertThat(Failures.name(new IllegalStateException("birthYear 1985")))
        .startsWith("IllegalStateException at health.backstep.backbone.failure.FailuresTest.")
        .doesNotContain("1985");
  }

  @Test
  void aChainIsNamedByItsEndsWithoutAnyMessage() {
    RuntimeException failure =
        new RuntimeException(
            "outer 1985", new IllegalStateException("middle 1985", new SQLException("inner 1985")));

    assertThat(Failures.name(failure))
        .startsWith("RuntimeException < SQLException at ")
        .doesNotContain("1985");
  }

  @Test
  void aFailureWithoutATraceHasAName() {
    RuntimeException failure = new RuntimeException("1985");
    failure.setStackTrace(new StackTraceElement[0]);

    assertThat(Failures.name(failure)).isEqualTo("RuntimeException");
  }

  @Test
  void aDatabaseFailureTellsItsStateAndNotItsMessage() {
    assertThat(new DatabaseFailure(new SQLException("Key (birth_year)=(1985)", "23505")))
        .hasMessage("database: SQLSTATE 23505");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08003", "08001", "40001", "40P01", "53300", "53100", "57014", "57P01", "57P02",
        "57P03", "57P05", "58030", "25P03", "25P04", "25006", "55P03", "28P01", "28000", "3D000",
      })
  void aDatabaseThatIsAwayOrSlowWillBeBack(String state) {
    SQLException sql = new SQLException("some", state);
    RuntimeException commit = new RuntimeException("commit failed");
    commit.addSuppressed(new IllegalStateException(sql));

    assertThat(DatabaseFailure.isPassing(new RuntimeException(sql))).isTrue();
    assertThat(DatabaseFailure.isPassing(commit)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22021", "42703", "25P02", "22P02"})
  void whatWouldFailAgainIsNotPassing(String state) {
    assertThat(DatabaseFailure.isPassing(new RuntimeException(new SQLException("some", state))))
        .isFalse();
  }

  @Test
  void anExhaustedPoolIsPassing() {
    assertThat(DatabaseFailure.isPassing(new SQLException("Acquisition timeout"))).isTrue();
  }
}
