package health.backstep.faults.check.invariant;

import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;

/** What kind of fault a strike was, by its name, and what it excuses. */
final class Strikes {

  /** What was under way when the harm began. */
  private static final Duration BEFORE = Duration.ofSeconds(2);

  private static final Duration AFTER = Duration.ofSeconds(10);

  /** The relay tries a topic that Kafka did not take again after half a minute. */
  private static final Duration HELD_BACK = Duration.ofSeconds(30);

  /** As long as a client waits; the services promise to tell within about 10 s. */
  private static final Duration NOTICED_BY_ALL = Duration.ofSeconds(12);

  private Strikes() {}

  /** Whether the database was away or its connections broke. */
  static boolean isOfDatabase(Strike strike) {
    return strike.name().contains("PostgreSQL") || strike.name().contains("COMMIT");
  }

  /** Whether no service could reach the database for so long that every caller had to be told. */
  static boolean takesDatabaseAway(Strike strike) {
    boolean wholly =
        strike.name().startsWith("PostgreSQL gone") || strike.name().equals("PostgreSQL frozen");
    return wholly
        && strike.isClean()
        && Duration.between(strike.begun(), strike.ended()).compareTo(NOTICED_BY_ALL) >= 0;
  }

  /** Whether topics came back empty, so that everything on them was sent a second time. */
  static boolean emptiesTopics(Strike strike) {
    return strike.name().startsWith("Kafka lost");
  }

  /** Whether the harm was being done at that time. */
  static boolean lasted(Strike strike, Instant at) {
    return !at.isBefore(strike.begun()) && !at.isAfter(strike.ended());
  }

  /** Whether an event that is sent again at that time may have been sent before because of it. */
  static boolean canRepeat(Strike strike, Instant at) {
    Instant over = strike.ended().plus(strike.recovered().orElse(Duration.ZERO)).plus(AFTER);
    Instant latest = isOfKafka(strike) ? over.plus(HELD_BACK) : over;
    return !at.isBefore(strike.begun().minus(BEFORE)) && !at.isAfter(latest);
  }

  private static boolean isOfKafka(Strike strike) {
    String name = strike.name();
    return name.contains("broker") || name.contains("Kafka") || name.startsWith("everything");
  }
}
