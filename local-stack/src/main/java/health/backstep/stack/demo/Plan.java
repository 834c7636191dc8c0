package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A plan version as the platform tells it. */
record Plan(JsonNode json) {

  /** One exercise of it. */
  record Item(JsonNode json) {
    String exerciseId() {
      return json.path("exerciseId").asText();
    }

    String name() {
      return json.path("name").asText();
    }

    int level() {
      return json.path("level").asInt();
    }

    String amount() {
      return json.path("instructions").path("amount").asText();
    }

    int dose(String part) {
      return json.path("dose").path(part).asInt();
    }

    boolean isStrength() {
      return json.path("block").asText().equals("STRENGTH");
    }
  }

  int version() {
    return json.path("version").asInt();
  }

  Change change() {
    return Change.valueOf(json.path("kind").asText());
  }

  String text(String field) {
    return json.path(field).asText();
  }

  int number(String field) {
    return json.path(field).asInt();
  }

  Optional<OffsetDateTime> restUntil() {
    return json.hasNonNull("restUntil")
        ? Optional.of(OffsetDateTime.parse(text("restUntil")))
        : Optional.empty();
  }

  List<Item> items() {
    return each("items").stream().map(Item::new).toList();
  }

  List<JsonNode> decisions() {
    return each("decisions");
  }

  Optional<Item> find(String exerciseId) {
    return items().stream().filter(item -> item.exerciseId().equals(exerciseId)).findFirst();
  }

  /** That exercise, or the first of the strength block, or the last of the plan. */
  Item likely(String exerciseId) {
    return find(exerciseId)
        .or(() -> items().stream().filter(Item::isStrength).findFirst())
        .orElseGet(() -> items().getLast());
  }

  private List<JsonNode> each(String field) {
    return StreamSupport.stream(json.path(field).spliterator(), false).toList();
  }
}
