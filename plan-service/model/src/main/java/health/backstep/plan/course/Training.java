package health.backstep.plan.course;

import health.backstep.plan.routine.Routine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the patient stands in training.
 *
 * @param routine what is done now, stepped back or not
 * @param sessionsPerWeek how often
 * @param restUntil no session before
 * @param regression the step back in force
 * @param flares when each flare began, the latest last
 * @param streak towards the next step up
 * @param inReview a clinician has to look first (RG-CAP)
 * @param kept a step back that stays although its flare has settled, until the next assessment,
 *     step up or edit (RG-REPEAT)
 * @param rescreen the safety questions have to be answered first (RF-RESCREEN)
 */
public record Training(
    Routine routine,
    int sessionsPerWeek,
    Optional<Instant> restUntil,
    Optional<Regression> regression,
    List<Instant> flares,
    Streak streak,
    boolean inReview,
    boolean rescreen,
    Optional<Regression> kept) {

  public static final Training NOT_BEGUN =
      new Training(
          Routine.EMPTY,
          0,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Streak.NONE,
          false,
          false,
          Optional.empty());

  public Training routine(Routine changed) {
    return new Training(
        changed, sessionsPerWeek, restUntil, regression, flares, streak, inReview, rescreen, kept);
  }

  public Training sessionsPerWeek(int changed) {
    return new Training(
        routine, changed, restUntil, regression, flares, streak, inReview, rescreen, kept);
  }

  /** Rests until then, or longer where that was asked before. */
  public Training restingUntil(Instant until) {
    Instant latest = restUntil.filter(known -> known.isAfter(until)).orElse(until);
    return new Training(
        routine,
        sessionsPerWeek,
        Optional.of(latest),
        regression,
        flares,
        streak,
        inReview,
        rescreen,
        kept);
  }

  public Training regressed(Regression stepBack) {
    return new Training(
        routine,
        sessionsPerWeek,
        restUntil,
        Optional.of(stepBack),
        flares,
        streak.broken(),
        inReview,
        rescreen,
        kept);
  }

  /** Why a clinician has to look first, when one has to: RG-CAP, or RV-1 after a HOLD. */
  public Optional<String> reviewRule() {
    boolean capped = regression.map(Regression::isGentlest).orElse(false);
    return inReview ? Optional.of(capped ? "RG-CAP" : "RV-1") : Optional.empty();
  }

  /** What the patient comes back to, or does now where there is no flare. */
  public Usual usual(Learned learned) {
    return regression
        .map(Regression::usual)
        .orElseGet(() -> new Usual(routine, sessionsPerWeek, learned));
  }

  /** The same step back, known better. */
  public Training regression(Regression changed) {
    return new Training(
        routine,
        sessionsPerWeek,
        restUntil,
        Optional.of(changed),
        flares,
        streak,
        inReview,
        rescreen,
        kept);
  }

  public Training notRegressed() {
    return new Training(
        routine,
        sessionsPerWeek,
        Optional.empty(),
        Optional.empty(),
        flares,
        streak.broken(),
        inReview,
        rescreen,
        kept);
  }

  public Training flared(Instant at) {
    List<Instant> all = Stream.concat(flares.stream(), Stream.of(at)).sorted().toList();
    return new Training(
        routine, sessionsPerWeek, restUntil, regression, all, streak, inReview, rescreen, kept);
  }

  public Training streak(Streak changed) {
    return new Training(
        routine, sessionsPerWeek, restUntil, regression, flares, changed, inReview, rescreen, kept);
  }

  public Training inReview(boolean changed) {
    return new Training(
        routine, sessionsPerWeek, restUntil, regression, flares, streak, changed, rescreen, kept);
  }

  public Training rescreen(boolean changed) {
    return new Training(
        routine, sessionsPerWeek, restUntil, regression, flares, streak, inReview, changed, kept);
  }

  /** The step back ends; what it taught about the plan before it stays known. */
  public Training restored(Usual usual, Learned learned) {
    Training back = routine(usual.routine()).sessionsPerWeek(usual.sessionsPerWeek());
    boolean taught =
        !regression.map(Regression::usual).map(Usual::learned).equals(Optional.of(learned));
    Training knowing =
        taught && kept.isEmpty() ? back.kept(regression.map(Regression::unlowered)) : back;
    return knowing.notRegressed();
  }

  /** The step back ends, and its lower level stays. */
  public Training keeping(Regression stepBack) {
    return alsoKeeping(stepBack).notRegressed();
  }

  /** Something stays lower, or out, without a flare of its own. */
  public Training alsoKeeping(Regression stepBack) {
    return kept(kept.map(before -> before.and(stepBack)).orElse(stepBack));
  }

  /** What stayed lower is left behind. */
  public Training keepingNothing() {
    return kept(Optional.empty());
  }

  /** Soreness came on top of what stays lower. */
  public Training keepingSore(StepDown.OfSoreness step) {
    return kept(kept.map(stepBack -> stepBack.sore(step)));
  }

  /** What stays lower, known better. */
  public Training kept(Regression stepBack) {
    return kept(Optional.of(stepBack));
  }

  private Training kept(Optional<Regression> changed) {
    return new Training(
        routine,
        sessionsPerWeek,
        restUntil,
        regression,
        flares,
        streak,
        inReview,
        rescreen,
        changed);
  }
}
