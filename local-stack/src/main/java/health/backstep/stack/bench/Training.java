package health.backstep.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Green sessions to be posted, as many as are asked for. Everybody trains once a day, one patient
 * after the other, so that two sessions of one patient are far apart.
 */
final class Training {

  private final List<String> patients;
  private final OffsetDateTime first;
  private final OffsetDateTime now;
  private final String exercises;
  private final AtomicLong given = new AtomicLong();

  Training(List<String> patients, OffsetDateTime assessedAt, OffsetDateTime now, JsonNode plan) {
    this.patients = patients;
    this.first = assessedAt.plusDays(1).truncatedTo(ChronoUnit.SECONDS);
    this.now = now;
    this.exercises = Enrolment.json(exercises(plan));
  }

  /**
   * The next session.
   *
   * @throws IllegalStateException when all days until now are used up
   */
  Workout next() {
    long number = given.getAndIncrement();
    OffsetDateTime start = first.plusDays(number / patients.size());
    if (start.isAfter(now)) {
      throw new IllegalStateException(
          "the %d patients have trained on every day until now; measure for fewer seconds"
              .formatted(patients.size()));
    }
    String patient = patients.get((int) (number % patients.size()));
    return new Workout(patient, "session-" + number, body(start));
  }

  private String body(OffsetDateTime start) {
    return "{\"planVersion\":1,\"startedAt\":\""
        + start
        + "\",\"endedAt\":\""
        + start.plusMinutes(11)
        + "\",\"painBefore\":2,\"painAfter\":2,\"exercises\":"
        + exercises
        + "}";
  }

  private static ArrayNode exercises(JsonNode plan) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : plan.path("items")) {
      ObjectNode exercise = all.addObject();
      exercise.put("exerciseId", item.path("exerciseId").asText());
      exercise.put("level", item.path("level").asInt());
      exercise.put("setsDone", item.path("dose").path("sets").asInt());
      exercise.put("painDuring", 2).put("exertion", 4);
    }
    return all;
  }
}
