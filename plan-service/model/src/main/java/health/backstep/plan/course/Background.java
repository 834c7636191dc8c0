package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What earlier times mean for the latest assessment.
 *
 * @param firstOfBias the assessment with which the bias of the latest began
 * @param otherDirections directions beside the preferred one are open (PL-DIR)
 * @param lastSession when the patient last exercised
 * @param afterLayOff the latest assessment came after a long pause (PL-LAYOFF)
 */
public record Background(
    Optional<AssessmentCompleted> firstOfBias,
    boolean otherDirections,
    Optional<Instant> lastSession,
    boolean afterLayOff) {

  public static final Background NONE =
      new Background(Optional.empty(), false, Optional.empty(), false);

  /** A session ended then; late reports of earlier ones change nothing. */
  Background trained(Instant at) {
    return new Background(
        firstOfBias,
        otherDirections,
        Optional.of(lastSession.filter(last -> last.isAfter(at)).orElse(at)),
        afterLayOff);
  }

  /** What it means from this assessment on. */
  Background assessed(AssessmentCompleted latest, Rule direction, Rule layOff) {
    AssessmentCompleted first =
        firstOfBias.filter(before -> before.bias() == latest.bias()).orElse(latest);
    Duration pause = Duration.ofDays(layOff.threshold("days"));
    return new Background(
        Optional.of(first),
        opensOtherDirections(first, latest, direction),
        lastSession,
        lastSession.filter(last -> last.isBefore(latest.assessedAt().minus(pause))).isPresent());
  }

  /**
   * Enough days since the bias was first found, counted by dates in UTC, and pain fell enough since
   * then.
   */
  private static boolean opensOtherDirections(
      AssessmentCompleted first, AssessmentCompleted latest, Rule rule) {
    long days = ChronoUnit.DAYS.between(date(first), date(latest));
    int fall = first.average7d() - latest.average7d();
    boolean fellEnough =
        fall >= rule.threshold("painFall")
            || fall * 100 >= first.average7d() * rule.threshold("painFallPercent");
    return days >= rule.threshold("days") && fall > 0 && fellEnough;
  }

  private static LocalDate date(AssessmentCompleted assessment) {
    return LocalDate.ofInstant(assessment.assessedAt(), ZoneOffset.UTC);
  }
}
