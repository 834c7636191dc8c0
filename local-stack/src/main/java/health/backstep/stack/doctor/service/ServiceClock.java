package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.ClockDifference;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An instance's clock: by the header {@code Date} where one is sent, by a proxy for example, and
 * else by when its process says that it began and how long it has run.
 */
record ServiceClock(Instance instance, Setting setting) {

  /** The header has whole seconds. */
  private static final Duration COARSE = Duration.ofSeconds(1);

  List<Finding> of(Answer answer, Metrics metrics) {
    Subject subject =
        new Subject("clock", instance.name(), "curl -sI %s/q/metrics".formatted(instance.url()));
    ClockDifference difference =
        new ClockDifference(subject, setting.limits().clock().plus(COARSE));
    return answer
        .clock()
        .or(() -> ofItsProcess(metrics))
        .map(theirs -> List.of(difference.of(answer.before(), theirs, answer.after())))
        .orElse(List.of());
  }

  private static Optional<Instant> ofItsProcess(Metrics metrics) {
    OptionalDouble began = metrics.max("process_start_time_seconds");
    OptionalDouble runs = metrics.max("process_uptime_seconds");
    return began.isEmpty() || runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Instant.ofEpochMilli(Math.round(1000 * (began.getAsDouble() + runs.getAsDouble()))));
  }
}
