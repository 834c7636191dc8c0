package health.backstep.plan.history.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the database keeps them, so that a plan folded from the history sees the same ones. */
public final class PlanTime {

  private PlanTime() {}

  /** Cut, never rounded up, to microseconds. */
  public static Instant asStored(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
