package health.backstep.backbone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
}
