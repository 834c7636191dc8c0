package health.backstep.stack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.seed.Happening.Assessed;
import health.backstep.stack.seed.Happening.CheckedIn;
import health.backstep.stack.seed.Happening.Flared;
import health.backstep.stack.seed.Happening.Trained;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an app would send of it. */
final class LifeForms {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SESSION_MINUTES = 11;
  private static final int SESSION_PAIN = 2;
  private static final int EXERTION = 4;
  private static final int FLARE_HOURS = 3;
  private static final List<Integer> ODI = List.of(2, 1, 2, 1, 3, 2, 1, 1, 2, 1);

  private LifeForms() {}

  static ObjectNode assessment(Assessed happening, LocalDate onset) {
    return Forms.assessment(
        happening.at(), onset, happening.pain(), happening.pain() + 2, "UP_TO_24_HOURS", ODI);
  }

  /** A session of that plan, all of it done. */
  static ObjectNode session(Trained happening, JsonNode plan) {
    ObjectNode form = JSON.objectNode();
    form.put("planVersion", plan.path("version").asInt());
    form.put("startedAt", happening.at().toString());
    form.put("endedAt", happening.at().plusMinutes(SESSION_MINUTES).toString());
    form.put("painBefore", SESSION_PAIN).put("painAfter", SESSION_PAIN);
    form.set("exercises", exercises(plan));
    return form;
  }

  private static ArrayNode exercises(JsonNode plan) {
    Set<String> named = new HashSet<>();
    ArrayNode all = JSON.arrayNode();
    for (JsonNode item : plan.path("items")) {
      String exercise = item.path("exerciseId").asText();
      if (named.add(exercise)) {
        all.addObject()
            .put("exerciseId", exercise)
            .put("level", item.path("level").asInt())
            .put("setsDone", item.path("dose").path("sets").asInt())
            .put("painDuring", SESSION_PAIN)
            .put("exertion", EXERTION);
      }
    }
    return all;
  }

  static ObjectNode checkIn(CheckedIn happening) {
    ObjectNode form = JSON.objectNode();
    form.put("at", happening.at().toString()).put("pain", happening.pain());
    form.putObject("soreness").put("present", false);
    return form;
  }

  static ObjectNode flare(Flared happening, JsonNode plan) {
    String trigger = plan.path("items").path(0).path("exerciseId").asText("bridge");
    return Forms.flare(happening.at(), happening.pain(), FLARE_HOURS, trigger);
  }
}
