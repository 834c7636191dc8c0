package health.backstep.session.adherence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a patient does what the plan asks for (AD-1).
 *
 * @param periods done against asked, the shorter one first
 * @param habitReachedAt start of the session that made the habit point, if it ever came
 * @param dataDays days of the longer period with a session, a check-in or a report
 */
public record Adherence(List<Period> periods, Optional<Instant> habitReachedAt, int dataDays) {

  public Adherence {
    periods = List.copyOf(periods);
  }

  /**
   * Sessions of the last days.
   *
   * @param days calendar days of the patient, today included
   * @param asked what the plan asked for until now; 0 while there was none to follow
   */
  public record Period(int days, int done, int asked) {

    private static final int ALL = 100;

    /** Done against asked, 0-100, rounded down; empty when nothing was asked. */
    public Optional<Integer> donePercent() {
      return asked == 0 ? Optional.empty() : Optional.of(Math.min(ALL, ALL * done / asked));
    }
  }
}
