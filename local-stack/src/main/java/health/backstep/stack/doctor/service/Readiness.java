package health.backstep.stack.doctor.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an instance says of its readiness, each part that is DOWN with the reason that it gives. */
record Readiness(Subject subject, Place place) {

  private static final ObjectMapper JSON = new ObjectMapper();

  List<Finding> of(Answer answer) {
    try {
      JsonNode health = JSON.readTree(answer.body());
      return switch (health.path("status").asText()) {
        case "UP" -> List.of(subject.ok("is ready"));
        case "DOWN" -> down(health.path("checks"));
        default -> List.of(hidden(answer.status()));
      };
    } catch (JsonProcessingException e) {
      return List.of(hidden(answer.status()));
    }
  }

  private List<Finding> down(JsonNode checks) {
    return StreamSupport.stream(checks.spliterator(), false)
        .filter(check -> check.path("status").asText().equals("DOWN"))
        .map(this::finding)
        .toList();
  }

  private Finding finding(JsonNode check) {
    String name = check.path("name").asText();
    return subject.wrong(
        "is not ready, %s: %s"
            .formatted(name, check.path("data").path("reason").asText("it does not say why")),
        place.logs(atFault(name)));
  }

  private String atFault(String check) {
    return switch (check) {
      case "database" -> "postgres";
      case "kafka", "outbox" -> "kafka";
      default -> subject.where();
    };
  }

  private Finding hidden(int status) {
    return subject.warning(
        "shows no health here (status %d): this is the address of a gateway, or of something else"
            .formatted(status),
        "give the address of the instance itself; this asks it: " + subject.more());
  }
}
