package health.backstep.system.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dashboards ask for what there is, and the documentation tells of each panel. */
class DashboardsTest {

  private static final Map<String, String> UNITS =
      Map.of(
          "none", "count",
          "reqps", "calls a second",
          "ops", "events a second",
          "s", "seconds",
          "percentunit", "share",
          "bytes", "bytes");
  private static final Pattern SHOWN_IN_RUNBOOK = Pattern.compile("(?<!\\*)\\*([A-Z][^*]+)\\*");

  @Test
  void each_panel_asks_for_metrics_that_a_service_tells() {
    assertThat(Panel.all())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            panel ->
                assertThat(panel.queries())
                    .isNotEmpty()
                    .allSatisfy(query -> assertThat(WatchFiles.unlistedMetrics(query)).isEmpty()));
  }

  @Test
  void a_metric_that_nobody_tells_is_found() {
    assertThat(WatchFiles.unlistedMetrics("sum(rate(backstep_plans_forgotten_total[5m]))"))
        .containsExactly("backstep_plans_forgotten_total");
    assertThat(WatchFiles.unlistedMetrics("backstep_outbox_latency_seconds_bucket")).isEmpty();
  }

  @Test
  void the_documentation_tells_of_each_panel_as_it_is() {
    String page = WatchFiles.text("docs/observability.md");
    for (Path file : WatchFiles.files(Panel.FOLDER, ".json")) {
      List<String> rows = Panel.of(file).map(DashboardsTest::row).toList();
      String section = section(page, file);
      assertThat(section.lines().filter(line -> line.startsWith("| ")).skip(2))
          .as(file.toString())
          .containsExactlyElementsOf(rows);
    }
  }

  @Test
  void addresses_of_dashboards_and_numbers_of_panels_stay() {
    for (Path file : WatchFiles.files(Panel.FOLDER, ".json")) {
      Map<String, Object> dashboard = WatchFiles.read(file);
      assertThat("backstep-" + file.getFileName()).isEqualTo(dashboard.get("uid") + ".json");
      assertThat(WatchFiles.maps(dashboard.get("panels")))
          .extracting(panel -> panel.get("id"))
          .doesNotHaveDuplicates()
          .doesNotContainNull();
    }
  }

  @Test
  void panels_ask_the_data_source_that_is_provisioned() {
    List<Object> sources =
        WatchFiles.maps(
                WatchFiles.read(
                        WatchFiles.REPOSITORY.resolve(
                            "deploy/grafana/provisioning/datasources/backstep.yaml"))
                    .get("datasources"))
            .stream()
            .map(source -> source.get("uid"))
            .toList();
    for (Path file : WatchFiles.files(Panel.FOLDER, ".json")) {
      assertThat(WatchFiles.maps(WatchFiles.read(file).get("panels")))
          .extracting(panel -> WatchFiles.map(panel.get("datasource")).get("uid"))
          .isSubsetOf(sources);
    }
  }

  @Test
  void the_runbook_sends_to_panels_that_there_are() {
    Matcher shown = SHOWN_IN_RUNBOOK.matcher(WatchFiles.text("docs/runbook.md"));
    assertThat(shown.results().map(match -> match.group(1).replaceAll("\\s+", " ")))
        .isNotEmpty()
        .isSubsetOf(Panel.all().stream().map(Panel::title).toList());
  }

  private static String section(String page, Path dashboard) {
    String begin = "[`" + dashboard.getFileName() + "`]";
    assertThat(page).containsOnlyOnce(begin);
    return page.substring(page.indexOf(begin)).split("\n#", 2)[0];
  }

  private static String row(Panel panel) {
    return "| %s | %s | `%s` | %s |"
        .formatted(
            panel.title(),
            panel.description(),
            String.join("`<br>`", panel.queries()),
            UNITS.get(panel.unit()));
  }
}
