package health.backstep.stack.doctor.service;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Limits;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How events flow, as far as one instance knows. */
record EventFlow(Instance instance, Setting setting) {

  List<Finding> of(Metrics metrics) {
    return List.of(kafka(metrics), outbox(metrics), lag(metrics), parked(metrics), dead(metrics));
  }

  private Finding kafka(Metrics metrics) {
    Duration silent = seconds(metrics.max("backstep_kafka_silence_seconds"));
    return silent.compareTo(limits().silence()) > 0
        ? about("broker")
            .wrong("has not heard of Kafka for " + Amount.of(silent), place().logs("kafka"))
        : about("broker").ok("hears of Kafka");
  }

  private Finding outbox(Metrics metrics) {
    Duration age = seconds(metrics.max("backstep_outbox_oldest_age_seconds"));
    return age.compareTo(limits().waiting()) > 0
        ? about("outbox")
            .wrong(
                "the oldest event has waited for Kafka for " + Amount.of(age),
                place().logs(instance.name()))
        : about("outbox").ok("no event waits for long");
  }

  private Finding lag(Metrics metrics) {
    long records = Math.round(metrics.sum("backstep_consumer_lag_records"));
    return records > limits().lag()
        ? about("lag")
            .warning(
                "has %s to read".formatted(Amount.of(records, "record")),
                place().logs(instance.name()))
        : about("lag").ok("has %s to read".formatted(Amount.of(records, "record")));
  }

  private Finding parked(Metrics metrics) {
    long events = Math.round(metrics.sum("backstep_inbox_parked"));
    Duration age = seconds(metrics.max("backstep_inbox_parked_oldest_age_seconds"));
    return age.compareTo(limits().parked()) > 0
        ? about("parked")
            .wrong(
                "%s waited for those before them, the longest for %s"
                    .formatted(Amount.of(events, "event"), Amount.of(age)),
                "./backstep rebuild TOPIC, unless the outbox of its sender is stuck")
        : about("parked").ok("%s wait for those before them".formatted(Amount.of(events, "event")));
  }

  /** Counted since the instance began: some may have been seen to. */
  private Finding dead(Metrics metrics) {
    long records = Math.round(metrics.sum("backstep_dead_letters_total"));
    return records > 0
        ? about("dead-letters")
            .warning(
                "%s put aside since it was started".formatted(Amount.of(records, "record")),
                place().deadLetters(instance.service()))
        : about("dead-letters").ok("no record put aside since it was started");
  }

  private Subject about(String check) {
    return new Subject(check, instance.name(), "curl -s %s/q/metrics".formatted(instance.url()));
  }

  private Limits limits() {
    return setting.limits();
  }

  private Place place() {
    return setting.place();
  }

  /** What is not told has not happened. */
  private static Duration seconds(OptionalDouble value) {
    return Duration.ofMillis(Math.round(1000 * value.orElse(0)));
  }
}
