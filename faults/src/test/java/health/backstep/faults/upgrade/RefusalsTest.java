package health.backstep.faults.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.load.Attempt;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private static final int NO_ANSWER = 0;

  @Test
  void whatWasTakenInTheEndWasNotRefusedForGood() {
    Refusals refusals = Refusals.in(sent("a", 503, NO_ANSWER, 201));

    assertThat(refusals.forGood()).isZero();
    assertThat(refusals.serverErrors()).isOne();
    assertThat(refusals.ofCallers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void whatWasRefusedUntilTheEndWasRefusedForGood(int status) {
    assertThat(Refusals.in(sent("a", NO_ANSWER, status)).forGood()).isOne();
  }

  @Test
  void whoGaveUpWithoutAnAnswerWasNotRefused() {
    assertThat(Refusals.in(sent("a", 503, NO_ANSWER)).forGood()).isZero();
  }

  @Test
  void aRequestThatAVersionTookForWrongWasRefusedForGood() {
    Refusals refusals = Refusals.in(sent("a", 400));

    assertThat(refusals.forGood()).isOne();
    assertThat(refusals.ofCallers()).isEqualTo(Map.of(400, 1L));
  }

  @Test
  void aStaleETagIsNoRefusalOfAVersion() {
    assertThat(Refusals.in(sent("a", 412)).forGood()).isZero();
  }

  @Test
  void readsAreNotRepeatedSoTheyAreNotRefusedForGood() {
    assertThat(Refusals.in(sent("", 503)).forGood()).isZero();
  }

  private static List<Attempt> sent(String key, int... statuses) {
    return IntStream.of(statuses).mapToObj(status -> attempt(key, status)).toList();
  }

  private static Attempt attempt(String key, int status) {
    Attempt.Answer answer = new Attempt.Answer(status, "{}", Optional.empty(), Optional.empty());
    return new Attempt(
        "north-clinic",
        new UUID(1, 1),
        ServiceName.SESSION,
        "POST sessions",
        key,
        "{}",
        Instant.parse("2026-11-22T10:00:00Z"),
        Duration.ofMillis(20),
        status == NO_ANSWER ? Optional.empty() : Optional.of(answer));
  }
}
