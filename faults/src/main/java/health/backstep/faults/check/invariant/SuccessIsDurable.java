package health.backstep.faults.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.ResourceRow;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Attempt.Answer;
import java.util.HashMap;
import java.util.Map;

/** I8. Each success that a client saw is stored as its key's answer, and so is what it made. */
final class SuccessIsDurable implements Invariant {

  @Override
  public String name() {
    return "I8";
  }

  @Override
  public String sentence() {
    return "no success without durability";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    Map<String, AnswerRow> answers = new HashMap<>();
    Map<String, ResourceRow> resources = new HashMap<>();
    for (ServiceRows service : evidence.snapshot().services()) {
      service.answers().forEach(row -> answers.put(row.tenant() + "/" + row.key(), row));
      service.resources().forEach(row -> resources.put(row.table() + "/" + row.id(), row));
    }
    for (Attempt attempt : evidence.accepted()) {
      Answer answer = attempt.answer().orElseThrow();
      JsonNode body = Bodies.read(answer.body());
      AnswerRow stored = answers.get(attempt.tenant() + "/" + attempt.key());
      tally.check(
          stored != null && stored.status() == answer.status() && stored.body().equals(body),
          () ->
              "%s with key %s was answered %d and that answer is %s"
                  .formatted(
                      attempt.operation(),
                      attempt.key(),
                      answer.status(),
                      stored == null ? "not stored" : "stored differently"));
      tally.check(
          isThere(attempt, answer, body, resources),
          () ->
              "%s with key %s was answered %d and what it made is not stored so: %s"
                  .formatted(
                      attempt.operation(), attempt.key(), answer.status(), id(attempt, body)));
    }
    return tally.finding("nothing was accepted");
  }

  private static boolean isThere(
      Attempt attempt, Answer answer, JsonNode body, Map<String, ResourceRow> resources) {
    if (attempt.operation().equals("POST flares") && !body.hasNonNull("flare")) {
      return true;
    }
    ResourceRow row = resources.get(id(attempt, body));
    if (row == null || !row.tenant().equals(attempt.tenant())) {
      return false;
    }
    return switch (attempt.operation()) {
      case "POST flares" -> true;
      case "POST patients", "PUT patients", "PUT clearance" ->
          row.version() > Bodies.version(answer.etag())
              || (row.version() == Bodies.version(answer.etag()) && says(body, row.content()));
      default -> row.content().equals(body);
    };
  }

  /** Table and id of what an answer made. */
  private static String id(Attempt attempt, JsonNode body) {
    return switch (attempt.operation()) {
      case "POST sessions" -> "session/" + body.path("sessionId").asText();
      case "POST check-ins" -> "check_in/" + body.path("checkInId").asText();
      case "POST assessments" -> "assessment/" + body.path("assessmentId").asText();
      case "POST flares" -> "flare/" + body.path("flare").path("flareId").asText();
      case "PUT clearance" -> "clearance/" + body.path("patientId").asText();
      case "POST reviews" ->
          "plan_version/" + body.path("patientId").asText() + "/" + body.path("version").asInt();
      default -> "patient/" + body.path("patientId").asText();
    };
  }

  private static boolean says(JsonNode answer, JsonNode stored) {
    return stored.properties().stream()
        .allMatch(field -> field.getValue().equals(answer.path(field.getKey())));
  }
}
