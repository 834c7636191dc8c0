package health.backstep.plan.replay;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds one history under two rule sets, side by side, event by event. The events are taken as they
 * are: what the services that sent them decided (severity, green or not, stage) is not decided
 * again.
 */
public final class Comparing {

  private final PlanFold before;
  private final PlanFold after;

  public Comparing(PlanFold before, PlanFold after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What came of one history.
   *
   * @param versionsBefore how many plan versions the old rule set gives
   * @param versionsAfter how many the new one gives
   * @param contrasts where they differ, in the order of the events
   */
  public record Compared(int versionsBefore, int versionsAfter, List<Contrast> contrasts) {

    /** The first place where the patient would have seen another plan. */
    public Optional<Contrast> parting() {
      return contrasts.stream().filter(contrast -> !contrast.seen().isEmpty()).findFirst();
    }
  }

  /** What a decision did, without the words and grades that go with it. */
  private record Deed(
      String rule,
      Effect effect,
      @Nullable String exerciseId,
      @Nullable String before,
      @Nullable String after) {
    static Deed of(Decision decision) {
      return new Deed(
          decision.rule(),
          decision.effect(),
          decision.exerciseId(),
          decision.before(),
          decision.after());
    }
  }

  public Compared compare(List<PlanEvent> history) {
    PlanState old = PlanState.EMPTY;
    PlanState changed = PlanState.EMPTY;
    int versionsBefore = 0;
    int versionsAfter = 0;
    List<Contrast> contrasts = new ArrayList<>();
    for (PlanEvent event : history) {
      Step one = before.apply(old, event);
      Step other = after.apply(changed, event);
      contrast(event, one.version(), other.version()).ifPresent(contrasts::add);
      versionsBefore += one.version().isPresent() ? 1 : 0;
      versionsAfter += other.version().isPresent() ? 1 : 0;
      old = one.state();
      changed = other.state();
    }
    return new Compared(versionsBefore, versionsAfter, contrasts);
  }

  private static Optional<Contrast> contrast(
      PlanEvent event, Optional<PlanVersion> one, Optional<PlanVersion> other) {
    List<String> seen = seen(one, other);
    Set<String> rules = rules(one, other);
    if (seen.isEmpty() && rules.isEmpty()) {
      return Optional.empty();
    }
    int number = one.or(() -> other).map(PlanVersion::number).orElse(0);
    return Optional.of(new Contrast(number, event.cause(), rules, seen));
  }

  private static List<String> seen(Optional<PlanVersion> one, Optional<PlanVersion> other) {
    if (one.isPresent() && other.isPresent()) {
      return PlanPicture.of(one.get()).differences(PlanPicture.of(other.get()), "old", "new");
    }
    if (one.isPresent()) {
      return List.of("the plan changes under the old rule set only");
    }
    return other.isPresent() ? List.of("the plan changes under the new rule set only") : List.of();
  }

  private static Set<String> rules(Optional<PlanVersion> one, Optional<PlanVersion> other) {
    List<Deed> ours = deeds(one);
    List<Deed> theirs = deeds(other);
    Set<String> rules = new TreeSet<>();
    Stream.concat(less(ours, theirs).stream(), less(theirs, ours).stream())
        .map(Deed::rule)
        .forEach(rules::add);
    return rules;
  }

  private static List<Deed> deeds(Optional<PlanVersion> version) {
    return version.map(plan -> plan.decisions().stream().map(Deed::of).toList()).orElse(List.of());
  }

  private static List<Deed> less(List<Deed> all, List<Deed> taken) {
    List<Deed> rest = new ArrayList<>(all);
    taken.forEach(rest::remove);
    return rest;
  }
}
