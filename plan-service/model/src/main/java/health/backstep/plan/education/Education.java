package health.backstep.plan.education;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.VersionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses what a patient may want to know now (PL-EDU). The texts stand in {@code education.yaml}.
 */
public final class Education {

  private Education() {}

  /** Ids of the items, the most useful one first. */
  public static List<String> chosenFor(Change change) {
    List<String> chosen = new ArrayList<>();
    if (change.kind() == VersionKind.REGRESSED) {
      chosen.add("flare-first-aid");
      chosen.add("soreness-or-pain");
    }
    if (change.state().policy() == Policy.TIME_CONTINGENT) {
      chosen.add("hurt-is-not-harm");
    }
    if (change.kind() == VersionKind.PROGRESSED) {
      chosen.add("pacing");
    }
    chosen.add("stay-active");
    if (change.kind() == VersionKind.GENERATED) {
      chosen.add("sleep");
    }
    return List.copyOf(chosen);
  }
}
