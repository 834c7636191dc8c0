package health.backstep.session.adherence.edge;

import health.backstep.rules.Rule;
import health.backstep.session.adherence.Adherence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adherence as partners see it, with the rule that it is read by. */
public record AdherenceView(
    UUID patientId,
    List<PeriodView> periods,
    HabitPointView habitPoint,
    DataDaysView dataDays,
    String rule,
    String text,
    String evidence,
    List<String> sources) {

  /**
   * Sessions of the last days.
   *
   * @param days calendar days of the patient, today included
   * @param donePercent 0-100, rounded down; null when nothing was asked
   */
  public record PeriodView(int days, int done, int asked, @Nullable Integer donePercent) {}

  /**
   * Whether that many sessions have ever lain within that many days.
   *
   * @param reachedAt start of the session that completed them; null when they never did
   */
  public record HabitPointView(
      int sessions, int days, boolean reached, @Nullable Instant reachedAt) {}

  /**
   * Days with a record.
   *
   * @param of the last so many days, today included
   */
  public record DataDaysView(int days, int of) {}

  static AdherenceView of(UUID patientId, Adherence adherence, Rule rule) {
    return new AdherenceView(
        patientId,
        adherence.periods().stream()
            .map(
                period ->
                    new PeriodView(
                        period.days(),
                        period.done(),
                        period.asked(),
                        period.donePercent().orElse(null)))
            .toList(),
        new HabitPointView(
            rule.threshold("habitSessions"),
            rule.threshold("habitDays"),
            adherence.habitReachedAt().isPresent(),
            adherence.habitReachedAt().orElse(null)),
        new DataDaysView(adherence.dataDays(), rule.threshold("longDays")),
        rule.id(),
        rule.text(),
        rule.evidence().label(),
        rule.sources());
  }
}
