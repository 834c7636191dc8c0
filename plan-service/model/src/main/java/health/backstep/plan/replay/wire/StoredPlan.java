package health.backstep.plan.replay.wire;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.replay.PlanPicture;
import health.backstep.wire.EventPayload;
import health.backstep.wire.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a stored plan document that the patient follows. */
public record StoredPlan(
    String status,
    String stage,
    String policy,
    boolean regressed,
    @Nullable Instant restUntil,
    int sessionsPerWeek,
    List<StoredItem> items,
    String rulesetVersion) {

  record StoredItem(String exerciseId, int level, Dose dose) {
    PlanPicture.Exercise toExercise() {
      return new PlanPicture.Exercise(exerciseId, level, dose);
    }
  }

  /** What the document shows; empty when it cannot be read. */
  public static Optional<PlanPicture> picture(String document) {
    try {
      byte[] json = document.getBytes(StandardCharsets.UTF_8);
      StoredPlan plan = EventPayload.read(json, "a plan version", StoredPlan.class);
      return Optional.of(plan.toPicture());
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  private PlanPicture toPicture() {
    return new PlanPicture(
        rulesetVersion,
        PlanPicture.fields(
            status, stage, policy, regressed, Optional.ofNullable(restUntil), sessionsPerWeek),
        items.stream().map(StoredItem::toExercise).toList());
  }
}
