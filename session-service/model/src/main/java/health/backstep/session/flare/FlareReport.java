package health.backstep.session.flare;

import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainScale;
import health.backstep.session.workout.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One record read as a flare. A plan reacts to it when it opens or escalates an episode.
 *
 * @param pain worst pain of the record, 0-10
 * @param rise points above the usual pain or above the pain before the session, whichever is more;
 *     rounded up, 0-10; 0 when neither is known
 * @param at when the session ended, or the time of the check-in or report
 * @param provokingExercises ids, in the order of the session; empty when no exercise stands out
 * @param radiating pain in the leg (RG-DIR)
 * @param reasons ids of the rules that make it a flare, in conflict order
 * @param planVersion the version worked from, known for sessions
 * @param sessionId the session itself, or the one that a check-in follows
 */
public record FlareReport(
    Severity severity,
    int pain,
    int rise,
    Instant at,
    List<String> provokingExercises,
    boolean radiating,
    List<String> reasons,
    Origin origin,
    Optional<Integer> planVersion,
    Optional<SessionId> sessionId) {

  public FlareReport {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(planVersion, "planVersion");
    Objects.requireNonNull(sessionId, "sessionId");
    PainScale.require(pain, "pain");
    PainScale.require(rise, "rise");
    provokingExercises = List.copyOf(provokingExercises);
    reasons = List.copyOf(reasons);
  }
}
