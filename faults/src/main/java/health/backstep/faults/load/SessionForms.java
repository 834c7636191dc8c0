package health.backstep.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.random.RandomGenerator;

/** What an app sends about sessions and days. Pain is on the 0-10 scale. */
final class SessionForms {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MINUTES = 15;

  private SessionForms() {}

  /** All of the plan done, with little pain. */
  static ObjectNode green(JsonNode plan, OffsetDateTime end, RandomGenerator random) {
    int pain = 1 + random.nextInt(2);
    ObjectNode form = session(plan, end, pain, pain);
    plan.path("items").forEach(item -> done(form, item, pain));
    return form;
  }

  /** One exercise hurts so much that it is stopped, the ones after it are left out. */
  static ObjectNode painful(JsonNode plan, OffsetDateTime end, RandomGenerator random) {
    int pain = 4 + random.nextInt(5);
    int hurting = random.nextInt(plan.path("items").size());
    ObjectNode form = session(plan, end, 2, pain);
    for (int place = 0; place < hurting; place++) {
      done(form, plan.path("items").path(place), 2);
    }
    JsonNode item = plan.path("items").path(hurting);
    ObjectNode exercise = exercise(form, item).put("setsDone", 1).put("painDuring", pain);
    exercise.put("quality", random.nextBoolean() ? "SHARP" : "DULL");
    exercise.put("location", "LOW_BACK").put("stopped", "PAIN").put("exertion", 5);
    return form;
  }

  static ObjectNode checkIn(OffsetDateTime at, int pain) {
    ObjectNode form = JSON.objectNode().put("at", at.toString()).put("pain", pain);
    form.putObject("soreness").put("present", false);
    return form;
  }

  /** A check-in with an emergency sign. */
  static ObjectNode redFlag(OffsetDateTime at) {
    ObjectNode form = checkIn(at, 3);
    form.putObject("redFlags").put("saddleNumbness", true);
    return form;
  }

  private static ObjectNode session(JsonNode plan, OffsetDateTime end, int before, int after) {
    ObjectNode form = JSON.objectNode();
    form.put("planVersion", plan.path("version").asInt());
    form.put("startedAt", end.minusMinutes(MINUTES).toString()).put("endedAt", end.toString());
    form.put("painBefore", before).put("painAfter", after).putArray("exercises");
    return form;
  }

  private static void done(ObjectNode form, JsonNode item, int pain) {
    int sets = item.path("dose").path("sets").asInt();
    exercise(form, item).put("setsDone", sets).put("painDuring", pain).put("exertion", 4);
  }

  private static ObjectNode exercise(ObjectNode form, JsonNode item) {
    return form.withArray("exercises")
        .addObject()
        .put("exerciseId", item.path("exerciseId").asText())
        .put("level", item.path("level").asInt());
  }
}
