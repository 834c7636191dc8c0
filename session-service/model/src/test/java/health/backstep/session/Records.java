package health.backstep.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.backstep.session.checkin.CheckIn;
import health.backstep.session.checkin.CheckInId;
import health.backstep.session.checkin.Soreness;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.pain.PainSigns;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Patients' records as the tests need them; whatever a test does not name is unremarkable. */
public final class Records {

  public static final Duration SESSION_LENGTH = Duration.ofMinutes(11);

  private Records() {}

  /** A session that ends at that time. */
  public static WorkoutSession session(
      Instant endedAt, int painBefore, int painAfter, PerformedExercise... exercises) {
    return new WorkoutSession(
        sessionId(endedAt),
        1,
        endedAt.minus(SESSION_LENGTH),
        endedAt,
        painBefore,
        painAfter,
        List.of(exercises),
        RedFlagAnswers.notAsked());
  }

  /** The id of the session that ends at that time. */
  public static SessionId sessionId(Instant endedAt) {
    return new SessionId(UUID.nameUUIDFromBytes(endedAt.toString().getBytes(UTF_8)));
  }

  public static PerformedExercise exercise(String exerciseId, int painDuring) {
    return exercise(exerciseId, painDuring, new PainSigns(Optional.empty(), Optional.empty()));
  }

  public static PerformedExercise exercise(String exerciseId, int painDuring, PainSigns signs) {
    return exercise(exerciseId, painDuring, signs, StopReason.NONE);
  }

  public static PerformedExercise exercise(
      String exerciseId, int painDuring, PainSigns signs, StopReason stopped) {
    return new PerformedExercise(
        exerciseId,
        2,
        1,
        List.of(6),
        painDuring,
        signs.quality(),
        signs.location(),
        stopped,
        Optional.of(5));
  }

  public static PainSigns signs(PainQuality quality, PainLocation location) {
    return new PainSigns(Optional.ofNullable(quality), Optional.ofNullable(location));
  }

  public static PainSigns noSigns() {
    return signs(null, null);
  }

  public static PainSigns muscleAche() {
    return signs(PainQuality.DULL, PainLocation.WORKED_MUSCLE);
  }

  public static Soreness sore(PainSigns signs) {
    return new Soreness(true, signs.quality(), signs.location());
  }

  public static CheckIn checkIn(Instant at, int pain) {
    return checkIn(at, pain, Soreness.none());
  }

  public static CheckIn checkIn(Instant at, int pain, Soreness soreness) {
    return checkIn(Optional.empty(), at, pain, soreness);
  }

  public static CheckIn checkInAfter(WorkoutSession session, Instant at, int pain) {
    return checkIn(Optional.of(session.id()), at, pain, Soreness.none());
  }

  public static CheckIn checkInAfter(
      WorkoutSession session, Instant at, int pain, Soreness soreness) {
    return checkIn(Optional.of(session.id()), at, pain, soreness);
  }

  private static CheckIn checkIn(
      Optional<SessionId> sessionId, Instant at, int pain, Soreness soreness) {
    return new CheckIn(
        new CheckInId(UUID.nameUUIDFromBytes(at.toString().getBytes(UTF_8))),
        sessionId,
        at,
        pain,
        soreness,
        RedFlagAnswers.notAsked());
  }

  /** A report of that pain with no impact; null for a duration that was not said. */
  public static SelfReport report(Instant at, int pain, Duration lasted, PainSigns signs) {
    return report(at, pain, lasted, signs, false, false, false);
  }

  public static SelfReport report(
      Instant at,
      int pain,
      Duration lasted,
      PainSigns signs,
      boolean hardToTolerate,
      boolean activitiesLimited,
      boolean worried) {
    return new SelfReport(
        at,
        pain,
        Optional.ofNullable(lasted),
        hardToTolerate,
        activitiesLimited,
        worried,
        signs,
        Optional.empty(),
        RedFlagAnswers.notAsked());
  }
}
