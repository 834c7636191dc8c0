package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What anyone may expect of docker-compose.yml, whatever it runs. */
class ComposeFileTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final String TAGGED = "[a-z/-]+:(?!latest\\b)[\\w.-]+";
  private static final Pattern CONFIDENTIAL =
      Pattern.compile("PASSWORD|SECRET|CREDENTIAL|PRIVATE|(^|_)KEY$");
  private static final Pattern LONG_WORD = Pattern.compile("[\\w+/]{20,}");
  private static final Pattern RANDOM_LOOKING = Pattern.compile("(?=.*\\d)(?=.*[A-Za-z]).*");

  @Test
  void waits_only_for_what_exists_and_can_happen() {
    COMPOSE.services().values().stream()
        .flatMap(service -> ComposeFile.map(service.get("depends_on")).entrySet().stream())
        .forEach(
            prerequisite -> {
              assertThat(COMPOSE.services()).containsKey(prerequisite.getKey());
              assertThat(ComposeFile.map(prerequisite.getValue()))
                  .containsEntry("condition", conditionThatHappens(prerequisite.getKey()));
            });
  }

  @Test
  void every_image_has_a_tag_that_stays() {
    assertThat(COMPOSE.services().values())
        .allSatisfy(service -> assertThat((String) service.get("image")).matches(TAGGED));
    assertThat(
            ComposeFile.text("deploy/Dockerfile").lines().filter(line -> line.startsWith("FROM")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("FROM (java|" + TAGGED + ") AS \\w+"));
  }

  @Test
  void every_service_says_when_it_is_ready_or_ends_by_itself() {
    assertThat(COMPOSE.services().values())
        .allSatisfy(
            service ->
                assertThat(ComposeFile.map(service.get("healthcheck")).containsKey("test"))
                    .isNotEqualTo(endsByItself(service)));
  }

  @Test
  void publishes_the_three_services_and_only_on_this_machine() {
    assertThat(COMPOSE.services().values())
        .flatMap(service -> ComposeFile.list(service.get("ports")))
        .hasSameSizeAs(ServiceName.values())
        .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
  }

  @Test
  void keeps_data_in_volumes_that_it_declares() {
    Set<String> mounted =
        COMPOSE.services().values().stream()
            .flatMap(service -> ComposeFile.list(service.get("volumes")).stream())
            .map(volume -> ((String) volume).replaceFirst(":.*", ""))
            .filter(source -> !source.startsWith("."))
            .collect(Collectors.toSet());
    assertThat(mounted).isEqualTo(COMPOSE.section("volumes").keySet());
  }

  @Test
  void holds_nothing_secret() {
    for (String service : COMPOSE.services().keySet()) {
      assertThat(COMPOSE.environment(service))
          .allSatisfy(
              (name, value) -> {
                if (CONFIDENTIAL.matcher(name).find()) {
                  assertThat(value).matches("\\$\\{\\w+:\\?[^}]+}");
                }
              });
    }
    assertThat(LONG_WORD.matcher(ComposeFile.text("docker-compose.yml")).results())
        .extracting(MatchResult::group)
        .noneMatch(RANDOM_LOOKING.asMatchPredicate());
  }

  @Test
  void the_example_tells_of_each_variable_and_gives_no_password() {
    Map<String, String> example = ComposeFile.example();
    assertThat(example.keySet()).isEqualTo(ComposeFile.variables());
    example.forEach(
        (name, value) ->
            assertThat(value.isEmpty()).as(name).isEqualTo(name.matches(".*_(PASSWORD|KEY)")));
  }

  private static String conditionThatHappens(String name) {
    return endsByItself(COMPOSE.services().get(name))
        ? "service_completed_successfully"
        : "service_healthy";
  }

  private static boolean endsByItself(Map<String, Object> service) {
    return "no".equals(service.get("restart"));
  }
}
