package health.backstep.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Set;

/**
 * A patient and what a green session of the plan looks like.
 *
 * @param exercises as JSON, all of the plan
 */
record Trainee(String patient, int planVersion, String exercises) {

  static Trainee of(String patient, JsonNode plan) {
    return new Trainee(patient, plan.path("version").asInt(), Enrolment.json(exercises(plan)));
  }

  private static ArrayNode exercises(JsonNode plan) {
    Set<String> named = new HashSet<>();
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : plan.path("items")) {
      String exercise = item.path("exerciseId").asText();
      if (named.add(exercise)) {
        all.addObject()
            .put("exerciseId", exercise)
            .put("level", item.path("level").asInt())
            .put("setsDone", item.path("dose").path("sets").asInt())
            .put("painDuring", 2)
            .put("exertion", 4);
      }
    }
    return all;
  }
}
