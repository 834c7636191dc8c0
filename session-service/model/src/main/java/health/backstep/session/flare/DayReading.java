package health.backstep.session.flare;

import java.time.Instant;
import java.util.Objects;

/**
 * The newest reading of one day of the patient, as far as settling looks at it.
 *
 * @param at its own time, so that one from earlier that day cannot replace it by arriving late
 * @param calm at or below baseline
 */
public record DayReading(Instant at, boolean calm) {

  public DayReading {
    Objects.requireNonNull(at, "at");
  }
}
