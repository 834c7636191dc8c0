package health.backstep.system.watch;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each alert can come, has been tried and leads to a page that says what to do. */
class AlertsTest {

  private static final List<Path> COMMANDS =
      List.of(
          WatchFiles.REPOSITORY.resolve("local-stack/src/main/java/health/backstep/stack/cli"),
          WatchFiles.REPOSITORY.resolve("faults/src/main/java/health/backstep/faults/cli"));
  private static final Pattern HEADING = Pattern.compile("(?m)^## (Backstep\\w+)$");
  private static final Pattern COMMAND = Pattern.compile("\\./backstep (\\w+)");

  private record Alert(String name, String query, String severity, Map<String, Object> says) {

    static Alert of(Map<String, Object> rule) {
      return new Alert(
          (String) rule.get("alert"),
          (String) rule.get("expr"),
          (String) WatchFiles.map(rule.get("labels")).get("severity"),
          WatchFiles.map(rule.get("annotations")));
    }
  }

  @Test
  void each_alert_has_its_page_and_each_page_its_alert() {
    assertThat(alerts()).hasSizeGreaterThan(10);
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(alert.says())
                    .containsEntry(
                        "runbook_url", "docs/runbook.md#" + alert.name().toLowerCase(Locale.ROOT)));
    assertThat(HEADING.matcher(runbook()).results().map(heading -> heading.group(1)))
        .containsExactlyInAnyOrderElementsOf(alerts().stream().map(Alert::name).toList());
  }

  @Test
  void each_alert_says_how_bad_it_is_and_after_a_colon_what_to_do() {
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert.severity()).isIn("critical", "warning");
              assertThat((String) alert.says().get("summary")).matches(".+: .+\\.");
            });
  }

  @Test
  void each_alert_asks_for_metrics_that_a_service_tells() {
    assertThat(alerts())
        .allSatisfy(alert -> assertThat(WatchFiles.unlistedMetrics(alert.query())).isEmpty());
  }

  @Test
  void each_alert_is_tried_when_it_should_come_and_when_it_should_not() {
    Map<Boolean, List<String>> tried =
        WatchFiles.files("deploy/prometheus/tests", ".yml").stream()
            .flatMap(file -> WatchFiles.maps(WatchFiles.read(file).get("tests")).stream())
            .flatMap(test -> WatchFiles.maps(test.get("alert_rule_test")).stream())
            .collect(
                Collectors.partitioningBy(
                    moment -> !WatchFiles.maps(moment.get("exp_alerts")).isEmpty(),
                    Collectors.mapping(
                        moment -> (String) moment.get("alertname"), Collectors.toList())));
    List<String> names = alerts().stream().map(Alert::name).toList();

    assertThat(tried.get(true)).containsAll(names);
    assertThat(tried.get(false)).containsAll(names);
  }

  @Test
  void the_runbook_names_commands_that_there_are() {
    assertThat(COMMAND.matcher(runbook()).results().map(match -> match.group(1)).distinct())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            command ->
                assertThat(COMMANDS)
                    .anySatisfy(folder -> assertThat(folder.resolve(classOf(command))).exists()));
  }

  @Test
  void the_scripts_can_be_run_and_the_checks_are_part_of_what_has_to_pass() {
    assertThat(List.of("fetch", "check"))
        .allSatisfy(
            script ->
                assertThat(Files.isExecutable(WatchFiles.PROMETHEUS.resolve(script))).isTrue());
    assertThat(WatchFiles.text(".ci/run")).contains("deploy/prometheus/check");
  }

  @Test
  void prometheus_looks_at_each_service() {
    assertThat(
            WatchFiles.maps(
                WatchFiles.read(WatchFiles.PROMETHEUS.resolve("prometheus.yml"))
                    .get("scrape_configs")))
        .extracting(job -> job.get("job_name"))
        .containsExactlyInAnyOrder(
            Arrays.stream(ServiceName.values()).map(ServiceName::processName).toArray());
  }

  private static String classOf(String command) {
    return command.substring(0, 1).toUpperCase(Locale.ROOT) + command.substring(1) + "Command.java";
  }

  private static String runbook() {
    return WatchFiles.text("docs/runbook.md");
  }

  private static List<Alert> alerts() {
    return WatchFiles.files("deploy/prometheus/rules", ".yml").stream()
        .flatMap(file -> WatchFiles.maps(WatchFiles.read(file).get("groups")).stream())
        .flatMap(group -> WatchFiles.maps(group.get("rules")).stream())
        .map(Alert::of)
        .toList();
  }
}
