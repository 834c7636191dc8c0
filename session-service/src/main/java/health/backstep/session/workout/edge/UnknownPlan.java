package health.backstep.session.workout.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.session.workout.Arrival;
import health.backstep.session.workout.SessionCheck;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sessions that are refused because a patient or a plan version was made elsewhere a moment ago and
 * is not known here yet.
 */
public final class UnknownPlan {

  private static final int SEND_AGAIN = 503;

  private UnknownPlan() {}

  /**
   * Gives what was refused the time to arrive. Returns when the session is worth a second try.
   *
   * @param awaiting waits for the version that the session names
   * @throws ProblemException 503 while the version may still come: an app takes any other refusal
   *     for the last word, and would lose the session
   * @throws RuntimeException the refusal, when it is one for good
   */
  public static void awaitAfter(RuntimeException refusal, Supplier<Arrival> awaiting) {
    Arrival arrival = mayBeOnItsWay(refusal) ? awaiting.get() : Arrival.NEVER_MADE;
    switch (arrival) {
      case ARRIVED -> {}
      case ON_ITS_WAY -> throw isOfVersionAlone(refusal) ? notKnownYet() : refusal;
      case NEVER_MADE -> throw refusal;
    }
  }

  private static boolean mayBeOnItsWay(RuntimeException refusal) {
    return switch (refusal) {
      case ProblemException problem -> problem.status() == 404;
      case Refused refused -> refused.faults().stream().anyMatch(UnknownPlan::isOfVersion);
      default -> false;
    };
  }

  /** What else is wrong would be so with the version, too. */
  private static boolean isOfVersionAlone(RuntimeException refusal) {
    return refusal instanceof Refused refused
        && refused.faults().stream().allMatch(UnknownPlan::isOfVersion);
  }

  private static boolean isOfVersion(Fault fault) {
    return fault.code().equals(SessionCheck.PLAN_VERSION_UNKNOWN);
  }

  private static ProblemException notKnownYet() {
    return new ProblemException(
        SEND_AGAIN,
        "PLAN_VERSION_NOT_KNOWN_YET",
        "The plan version may have been made a moment ago; send the session again as it is.",
        List.of());
  }
}
