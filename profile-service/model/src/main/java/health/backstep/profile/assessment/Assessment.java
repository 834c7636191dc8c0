package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;
import health.backstep.profile.redflag.RedFlagAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a patient and whoever examined them said at one time. It holds answers only; what follows
 * from them is decided by the screen and the classification.
 *
 * @param timeZone the patient's at that time; it decides which day the assessment was made on
 * @param adequateRest whether the back has had enough rest to begin (CL-2)
 * @param aggravatedBy in the order of the enum
 * @param relievedBy in the order of the enum; may overlap with what aggravates
 * @param movementTests empty when nobody tested
 * @param inflammatory asked when the pain lasts (RF-INFLAMMATORY)
 */
public record Assessment(
    Instant assessedAt,
    ZoneId timeZone,
    PainReport pain,
    PainSource painSource,
    boolean adequateRest,
    ActivityBefore activityBefore,
    Set<Movement> aggravatedBy,
    Set<Movement> relievedBy,
    List<MovementTest> movementTests,
    RedFlagAnswers redFlags,
    Questionnaires questionnaires,
    InflammatoryAnswers inflammatory) {

  public Assessment {
    Objects.requireNonNull(assessedAt, "assessedAt");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(painSource, "painSource");
    Objects.requireNonNull(activityBefore, "activityBefore");
    Objects.requireNonNull(redFlags, "redFlags");
    Objects.requireNonNull(questionnaires, "questionnaires");
    Objects.requireNonNull(inflammatory, "inflammatory");
    aggravatedBy = Collections.unmodifiableSet(new TreeSet<>(aggravatedBy));
    relievedBy = Collections.unmodifiableSet(new TreeSet<>(relievedBy));
    movementTests = List.copyOf(movementTests);
    Invariant.that(
        !pain.onset().isAfter(dayOf(assessedAt, timeZone)),
        "pain.onset must not be after the day of assessedAt");
  }

  /** The day that it was for the patient. */
  public LocalDate assessedOn() {
    return dayOf(assessedAt, timeZone);
  }

  private static LocalDate dayOf(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate();
  }
}
