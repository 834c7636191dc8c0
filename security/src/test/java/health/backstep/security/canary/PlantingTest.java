package health.backstep.security.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.security.authz.Requests;
import health.backstep.security.authz.Table;
import health.backstep.security.canary.Fields.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is a canary wherever the documents let a caller write what he likes. */
class PlantingTest {

  private static final List<Field> FIELDS = Fields.in(Path.of("..").toAbsolutePath().normalize());
  private static final Requests STORY = Requests.shipped(Planted.class, "story.yaml");

  @Test
  void every_free_text_of_a_body_has_a_canary_or_a_reason() {
    assertThat(freeTexts())
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(isPlanted(field) || reasons().contains(place(field)))
                    .as(
                        "%s has neither a canary in story.yaml nor a reason in unplanted.csv",
                        field)
                    .isTrue());
  }

  @Test
  void what_has_a_reason_is_a_free_text_without_a_canary() {
    Set<String> without =
        freeTexts()
            .filter(field -> !isPlanted(field))
            .map(PlantingTest::place)
            .collect(Collectors.toSet());

    assertThat(without).containsExactlyInAnyOrderElementsOf(reasons());
  }

  @Test
  void a_text_that_the_story_does_not_plant_is_noticed() {
    Field by =
        freeTexts()
            .filter(field -> place(field).equals("recordClearance,/by"))
            .findFirst()
            .orElseThrow();
    Field unknown = new Field(by.operation(), "body", "/byWhom", List.of(), true);

    assertThat(isPlanted(by)).isTrue();
    assertThat(isPlanted(unknown)).isFalse();
  }

  @Test
  void fields_and_values_about_health_are_searched_for_by_name() {
    assertThat(Fields.answers(FIELDS))
        .contains("saddleNumbness", "legWeakness", "painDuring", "LEG_BELOW_KNEE", "birthYear")
        .doesNotContain("exerciseId", "planVersion", "FIT");
  }

  private static Stream<Field> freeTexts() {
    return FIELDS.stream().filter(field -> field.isInBody() && field.freeText());
  }

  private static List<String> reasons() {
    return Table.rows(Planted.class, "unplanted.csv").stream()
        .map(row -> row.get(0) + "," + row.get(1))
        .toList();
  }

  private static String place(Field field) {
    return field.operation().id() + "," + field.name();
  }

  /** In a list any of its items counts: a history and a batch have some of each. */
  private static boolean isPlanted(Field field) {
    String body = STORY.form(field.operation()).body();
    if (body.isEmpty()) {
      return false;
    }
    try {
      Stream<JsonNode> reached = Stream.of(new ObjectMapper().readTree(body));
      for (String step : field.name().substring(1).split("/", -1)) {
        reached =
            reached.flatMap(
                node -> step.equals("0") ? node.valueStream() : Stream.of(node.path(step)));
      }
      return reached.anyMatch(node -> holdsCanary(node.asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the story has no JSON: " + body, e);
    }
  }

  private static boolean holdsCanary(String text) {
    return Arrays.stream(Kind.values()).anyMatch(kind -> kind.isNamedIn(text));
  }
}
