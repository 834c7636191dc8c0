package health.backstep.faults.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradedTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void isWellWhenEachStepWasMade() {
    Upgraded upgraded = upgraded(List.of(step("")));

    assertThat(upgraded.isWell()).isTrue();
    assertThat(upgraded.lines())
        .anyMatch(line -> line.contains("7 flares regressed their plans"))
        .endsWith("The way there and back is open.");
  }

  @Test
  void isNotWellWhenAVersionDidNotStart() {
    Upgraded upgraded = upgraded(List.of(step("plan-service-1 ended with exit code 1")));

    assertThat(upgraded.isWell()).isFalse();
    assertThat(upgraded.lines())
        .anyMatch(line -> line.contains("plan-service-1 ended"))
        .endsWith("The way there and back is NOT open.");
  }

  @Test
  void isNotWellWhenStepsAreMissing() {
    assertThat(upgraded(List.of()).isWell()).isFalse();
  }

  private static Upgraded upgraded(List<Strike> steps) {
    RunOptions options =
        RunOptions.inOrder(1, List.of(Faults.databaseGone()), Duration.ofMinutes(1));
    Result result =
        new Result(
            options, AT, Duration.ofMinutes(1), steps, Map.of(), List.of(), List.of(), List.of());
    return new Upgraded(result, 7);
  }

  private static Strike step(String trouble) {
    return new Strike("1: to this code", AT, AT, Optional.of(Duration.ofSeconds(1)), trouble);
  }
}
