package health.backstep.stack.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private record Sample(String name, Callable<List<Finding>> act) implements Check {

    static Sample ok(String name) {
      return new Sample(name, () -> List.of(new Subject(name, "here", "").ok("is well")));
    }

    @Override
    public Subject subject() {
      return new Subject(name, "here", "look at " + name);
    }

    @Override
    public List<Finding> look() throws Exception {
      return act.call();
    }
  }

  @Test
  void says_what_all_checks_have_found_in_their_order() throws Exception {
    Diagnosis diagnosis = new Doctor(List.of(Sample.ok("one"), Sample.ok("two")), LIMIT).examine();

    assertThat(diagnosis.findings()).extracting(Finding::check).containsExactly("one", "two");
    assertThat(diagnosis.isWell()).isTrue();
  }

  @Test
  void a_check_that_fails_is_a_finding_and_the_others_are_made() throws Exception {
    Sample failing =
        new Sample(
            "failing",
            () -> {
              throw new IOException("no such\nthing");
            });

    Diagnosis diagnosis = new Doctor(List.of(failing, Sample.ok("other")), LIMIT).examine();

    assertThat(diagnosis.isWell()).isFalse();
    assertThat(diagnosis.findings().getFirst())
        .isEqualTo(
            new Finding(
                Severity.WRONG,
                "failing",
                "here",
                "cannot be looked at: IOException: no such thing",
                Optional.of("look at failing")));
    assertThat(diagnosis.findings().getLast().severity()).isEqualTo(Severity.OK);
  }

  @Test
  void a_check_that_does_not_end_is_a_finding_and_holds_nobody_up() throws Exception {
    Sample hanging =
        new Sample(
            "hanging",
            () -> {
              new CountDownLatch(1).await();
              return List.of();
            });

    Diagnosis diagnosis =
        new Doctor(List.of(hanging, Sample.ok("other")), Duration.ofSeconds(1)).examine();

    assertThat(diagnosis.findings())
        .extracting(Finding::what)
        .containsExactly("gives no answer within 1.0 s", "is well");
  }

  @Test
  void of_a_failure_whose_words_may_hold_a_secret_only_the_kind_is_told() {
    assertThat(Failures.words(new IllegalArgumentException("password=abc")))
        .isEqualTo("IllegalArgumentException");
    assertThat(Failures.words(new StackFailure("First:\n./backstep secrets")))
        .isEqualTo("First: ./backstep secrets");
  }

  @Test
  void what_is_not_well_has_a_remedy() {
    assertThatThrownBy(
            () -> new Finding(Severity.WRONG, "disk", "here", "is full", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_clock_may_be_as_far_off_as_the_limit_and_the_time_of_asking() {
    ClockDifference difference =
        new ClockDifference(new Subject("clock", "there", "date"), Duration.ofSeconds(2));
    Instant before = Instant.parse("2026-11-22T10:00:00Z");
    Instant after = before.plusSeconds(1);

    assertThat(difference.of(before, before.minusSeconds(2), after).severity())
        .isEqualTo(Severity.OK);
    assertThat(difference.of(before, after.plusSeconds(2), after).severity())
        .isEqualTo(Severity.OK);
    assertThat(difference.of(before, before.minusSeconds(60), after).what())
        .startsWith("is 60 s behind ours");
    assertThat(difference.of(before, after.plusSeconds(3), after).what())
        .startsWith("is 3.0 s ahead of ours");
  }
}
