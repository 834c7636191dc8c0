package health.backstep.backbone.kafka;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A client setting on which a guarantee of the contract rests.
 *
 * @param setting Kafka's name of it
 * @param safe whether a value keeps the guarantee
 * @param otherwise what would happen with another value
 * @param instead what to do
 * @param channelDefault what a messaging channel uses when nothing is said, as its connector has
 *     defaults of its own
 */
record SafetyRule(
    String setting,
    Predicate<String> safe,
    String otherwise,
    String instead,
    String channelDefault) {

  private static final int MOST_IN_FLIGHT = 5;

  /** The database ends the session of a relay that has been silent for five seconds. */
  private static final int LONGEST_BLOCK_MS = 4_000;

  static final List<SafetyRule> PRODUCER =
      List.of(
          new SafetyRule(
              "acks",
              Set.of("all", "-1")::contains,
              "an event that was sent is lost with the one broker that has it",
              "set it to all",
              "1"),
          new SafetyRule(
              "enable.idempotence",
              "true"::equals,
              "a repeated send writes an event twice or out of order",
              "set it to true",
              "true"),
          new SafetyRule(
              "max.in.flight.requests.per.connection",
              value -> isBetween(value, 1, MOST_IN_FLIGHT),
              "a repeated send changes the order of a patient's events",
              "set it to 5 or less",
              "5"),
          new SafetyRule(
              "retries",
              value -> isBetween(value, 1, Integer.MAX_VALUE),
              "each hiccup of a broker fails the send",
              "remove it",
              "2147483647"),
          new SafetyRule(
              "max.block.ms",
              value -> isBetween(value, 0, LONGEST_BLOCK_MS),
              "a relay that waits for Kafka loses the lead, again and again",
              "set it to 4000 or less",
              "4000"),
          new SafetyRule(
              "partitioner.class",
              String::isEmpty,
              "a patient's events may go to several partitions and lose their order",
              "remove it: the key decides",
              ""),
          new SafetyRule(
              "partitioner.ignore.keys",
              "false"::equals,
              "a patient's events go to several partitions and lose their order",
              "remove it: the key decides",
              "false"));

  /** The rules for a consumer of the service. */
  static List<SafetyRule> consumer(String service) {
    return List.of(
        new SafetyRule(
            "auto.offset.reset",
            "earliest"::equals,
            "events that came before the first start are never read",
            "set it to earliest",
            "latest"),
        new SafetyRule(
            "enable.auto.commit",
            "false"::equals,
            "an event counts as read before its effect is in the database, and is lost with a crash",
            "set it to false",
            "false"),
        new SafetyRule(
            "group.id",
            service::equals,
            "instances read past each other, or everything is read again",
            "remove it: the group is " + service,
            service));
  }

  /** The rules for what a messaging channel does with a record that it cannot handle. */
  static final List<SafetyRule> INCOMING_CHANNEL =
      List.of(
          new SafetyRule(
              "failure-strategy",
              "dead-letter-queue"::equals,
              "one broken record stops the channel, or is dropped without a trace",
              "set it to dead-letter-queue",
              "fail"),
          new SafetyRule(
              "commit-strategy",
              "throttled"::equals,
              "a record counts as read before those in front of it are done",
              "set it to throttled",
              "throttled"));

  private static boolean isBetween(String value, long least, long most) {
    try {
      long number = Long.parseLong(value.strip());
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
