package health.backstep.profile.patient;

import health.backstep.profile.Invariant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person who exercises with Backstep, and what their days allow.
 *
 * @param externalId the partner's own name for the patient; never leaves the service in an event
 * @param birthYear whether it is plausible depends on the day: {@link #ageAt} and {@link
 *     Age#isServed}
 * @param timeZone where the patient lives; a day is a day there
 * @param equipment in the order of the enum; empty is the normal case
 * @param minutesPerSession 5 to 60 (PL-TIME: at least 5)
 * @param sessionsPerWeek 1 to 7
 */
public record Patient(
    PatientId id,
    Optional<String> externalId,
    int birthYear,
    ZoneId timeZone,
    Set<Equipment> equipment,
    int minutesPerSession,
    int sessionsPerWeek) {

  private static final int EARLIEST_BIRTH_YEAR = 1900;
  private static final int LATEST_BIRTH_YEAR = 2100;

  public static final int SHORTEST_SESSION_MINUTES = 5;
  public static final int LONGEST_SESSION_MINUTES = 60;
  public static final int FEWEST_SESSIONS_PER_WEEK = 1;
  public static final int MOST_SESSIONS_PER_WEEK = 7;

  public Patient {
    Objects.requireNonNull(id, "patientId");
    Objects.requireNonNull(timeZone, "timeZone");
    externalId.ifPresent(text -> Invariant.notBlank("externalId", text));
    Invariant.within("birthYear", birthYear, EARLIEST_BIRTH_YEAR, LATEST_BIRTH_YEAR);
    Invariant.within(
        "minutesPerSession", minutesPerSession, SHORTEST_SESSION_MINUTES, LONGEST_SESSION_MINUTES);
    Invariant.within(
        "sessionsPerWeek", sessionsPerWeek, FEWEST_SESSIONS_PER_WEEK, MOST_SESSIONS_PER_WEEK);
    equipment = Collections.unmodifiableSet(new TreeSet<>(equipment));
  }

  /** The age on the day that it is for the patient at that time. */
  public Age ageAt(Instant time) {
    return Age.of(birthYear, time.atZone(timeZone).toLocalDate());
  }
}
