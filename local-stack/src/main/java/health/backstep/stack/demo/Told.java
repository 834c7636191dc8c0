package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A step and what came of it.
 *
 * @param answer of the service that was told
 * @param before the plan until then; empty before the first assessment
 * @param after the plan that it made, if it made one
 * @param readable time from telling until the plan that knows of it was read
 */
record Told(
    Step step, JsonNode answer, Optional<Plan> before, Optional<Plan> after, Duration readable) {

  /** The exercise that the step is about, as the patient names it. */
  String words() {
    String exercise =
        step.exerciseId()
            .flatMap(id -> before.map(plan -> plan.likely(id).name()))
            .orElse("exercise");
    return step.words().replace("{exercise}", exercise.toLowerCase(Locale.ROOT));
  }

  /**
   * Makes sure that the plan did what the story says.
   *
   * @throws StoryBroken when not
   */
  void requireAsTold() {
    Optional<Change> happened = after.map(Plan::change);
    if (step.expected().isPresent() && !step.expected().equals(happened)) {
      throw new StoryBroken(
          "The story did not come out as told: on day %d the plan should have been %s, but %s."
              .formatted(
                  step.moment().day(),
                  step.expected().get().words(),
                  happened.map(change -> "it was " + change.words()).orElse("it did not change")));
    }
    if (step instanceof Step.Assessment assessment && !stage().equals(assessment.stage())) {
      throw new StoryBroken(
          "The story did not come out as told: on day %d the stage should have been %s, not %s."
              .formatted(step.moment().day(), assessment.stage(), stage()));
    }
  }

  private String stage() {
    return answer.path("classification").path("stage").asText();
  }
}
