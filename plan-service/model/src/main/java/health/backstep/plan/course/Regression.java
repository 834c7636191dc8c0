package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A step back that lasts as long as its flare (RG-TEMP): the usual plan, lowered step by step.
 *
 * @param flareId of the latest flare, whose end ends the step back
 * @param severity the worst so far
 * @param openedAt when the latest flare began
 * @param steps taken so far, the first one first
 * @param provoking exercises that hurt
 * @param stays whether the lower level stays when the flare settles (RG-REPEAT)
 */
public record Regression(
    UUID flareId,
    Severity severity,
    Instant openedAt,
    Usual usual,
    List<StepDown> steps,
    Set<String> provoking,
    boolean stays) {

  public Regression {
    steps = List.copyOf(steps);
    provoking = Set.copyOf(provoking);
  }

  /** The first step back from what was usual. */
  public static Regression from(Usual usual, StepDown.OfFlare step) {
    FlareReported flare = step.flare();
    return new Regression(
        flare.flareId(),
        flare.severity(),
        flare.at(),
        usual,
        List.of(step),
        Set.copyOf(flare.provoking()),
        false);
  }

  /**
   * Held at its gentlest although no flare is open, because a review is.
   *
   * @param id stands for the flare's
   */
  public static Regression held(UUID id, Instant since, Usual usual) {
    return new Regression(
        id, Severity.MILD, since, usual, List.of(new StepDown.Held()), Set.of(), false);
  }

  /** The same flare got worse. */
  public Regression escalated(StepDown.OfFlare step) {
    Severity worse = step.flare().severity();
    Set<String> all = new HashSet<>(provoking);
    all.addAll(step.flare().provoking());
    return new Regression(
        flareId,
        severity.compareTo(worse) >= 0 ? severity : worse,
        openedAt,
        usual,
        and(step),
        all,
        stays);
  }

  /** A new flare came before this one had settled; what comes back is the plan before both. */
  public Regression takenOver(StepDown.OfFlare step) {
    Regression worse = escalated(step);
    return new Regression(
        step.flare().flareId(),
        worse.severity,
        step.flare().at(),
        usual,
        worse.steps,
        worse.provoking,
        stays);
  }

  /** Soreness came on top. */
  public Regression sore(StepDown.OfSoreness step) {
    return new Regression(flareId, severity, openedAt, usual, and(step), provoking, stays);
  }

  /** The lower level stays when the flare settles. */
  public Regression staying() {
    return new Regression(flareId, severity, openedAt, usual, steps, provoking, true);
  }

  /** The same steps from another plan, because the patient's circumstances changed meanwhile. */
  public Regression of(Usual changed) {
    return new Regression(flareId, severity, openedAt, changed, steps, provoking, stays);
  }

  /** It holds only what is gentle, because of one flare too many. */
  boolean isGentlest() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof StepDown.OfFlare(_, _, StepDown.Extent extent)
                    && extent == StepDown.Extent.GENTLEST);
  }

  /** A flare is behind it, and not a review alone. */
  public boolean isOfFlare() {
    return steps.stream().anyMatch(StepDown.OfFlare.class::isInstance);
  }

  /** When the latest report of its flares was about; none for a review alone. */
  public Optional<Instant> lastReport() {
    return steps.stream()
        .filter(StepDown.OfFlare.class::isInstance)
        .map(step -> ((StepDown.OfFlare) step).flare().at())
        .max(Instant::compareTo);
  }

  /** At its gentlest, because a review is open. */
  public Regression alsoHeld() {
    return isGentlest() || steps.contains(new StepDown.Held())
        ? this
        : new Regression(
            flareId, severity, openedAt, usual, and(new StepDown.Held()), provoking, stays);
  }

  /** A later step back stays as well, on top of this one. */
  Regression and(Regression later) {
    Regression knowing =
        new Regression(
            flareId,
            severity,
            openedAt,
            usual,
            and(new StepDown.Known(later.usual.learned())),
            provoking,
            stays);
    List<StepDown> all = Stream.concat(knowing.steps.stream(), later.steps.stream()).toList();
    return new Regression(
        later.flareId, later.severity, later.openedAt, usual, all, later.provoking, later.stays);
  }

  /** The plan before it, without any step. */
  Regression unlowered() {
    return new Regression(flareId, severity, openedAt, usual, List.of(), provoking, stays);
  }

  private List<StepDown> and(StepDown step) {
    return Stream.concat(steps.stream(), Stream.of(step)).toList();
  }
}
