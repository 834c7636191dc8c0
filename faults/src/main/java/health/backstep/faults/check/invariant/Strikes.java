package health.backstep.faults.check.invariant;

import health.backstep.faults.nemesis.Strike;

/** What kind of fault a strike was, by its name. */
final class Strikes {

  private Strikes() {}

  /** Whether the database was away or its connections broke. */
  static boolean isOfDatabase(Strike strike) {
    return strike.name().contains("PostgreSQL") || strike.name().contains("COMMIT");
  }

  /** Whether topics came back empty, so that everything on them was sent a second time. */
  static boolean emptiesTopics(Strike strike) {
    return strike.name().startsWith("Kafka lost");
  }
}
