package health.backstep.plan.course;

import health.backstep.plan.decision.Decision;
import health.backstep.plan.history.PlanEvent.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules made of one event.
 *
 * @param kind of the version, if there is one
 * @param severity of the flare, when it was one
 * @param reviewAsked a clinician is asked to look
 * @param always a version is made even if the patient would notice no difference
 */
public record Change(
    PlanState state,
    VersionKind kind,
    List<Decision> decisions,
    Optional<Severity> severity,
    boolean reviewAsked,
    boolean always) {

  /** The event is known now and changes nothing by itself. */
  public static Change none(PlanState state) {
    return of(state, VersionKind.GENERATED, List.of());
  }

  public static Change of(PlanState state, VersionKind kind, List<Decision> decisions) {
    return new Change(state, kind, List.copyOf(decisions), Optional.empty(), false, false);
  }

  /** The same change, with the decision that it began with. */
  public Change after(Decision first) {
    List<Decision> all = Stream.concat(Stream.of(first), decisions.stream()).toList();
    return new Change(state, kind, all, severity, reviewAsked, always);
  }

  /** The plan stays, but a clinician is asked to look at it. */
  public static Change review(PlanState state, List<Decision> decisions) {
    return new Change(
        state, VersionKind.GENERATED, List.copyOf(decisions), Optional.empty(), true, true);
  }

  /** The patient is asked or told something, whether the plan changes or not. */
  public static Change told(PlanState state, List<Decision> decisions) {
    return new Change(
        state, VersionKind.GENERATED, List.copyOf(decisions), Optional.empty(), false, true);
  }

  /** A flare always makes a version, so that each one that was accepted shows. */
  public static Change flare(
      PlanState state, List<Decision> decisions, Severity severity, boolean reviewAsked) {
    return new Change(
        state,
        VersionKind.REGRESSED,
        List.copyOf(decisions),
        Optional.of(severity),
        reviewAsked,
        true);
  }
}
