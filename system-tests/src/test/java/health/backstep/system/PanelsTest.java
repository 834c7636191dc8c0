package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.demo.Api;
import health.backstep.stack.demo.Demo;
import health.backstep.stack.demo.Ink;
import health.backstep.stack.demo.Page;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.watch.Panel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboards show once the demo was played, asked of a real Prometheus. */
class PanelsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int COLUMNS = 92;

  private static Prometheus prometheus;

  @BeforeAll
  static void playTheDemoWhilePrometheusLooks() throws Exception {
    Map<ServiceName, URI> services =
        Arrays.stream(ServiceName.values())
            .collect(Collectors.toMap(Function.identity(), Platform.stack()::url));
    prometheus = Prometheus.looksAt(services);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(prometheus.ask("count_over_time(up[1m]) > 1")).hasSize(3));
    Demo.play(
        new Api(services, Platform.token()),
        new Page(
            new PrintStream(OutputStream.nullOutputStream()), Ink.of(false, Map.of()), COLUMNS),
        Demo.Speed.FAST);
  }

  @AfterAll
  static void end() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  static List<Panel> panels() {
    return Panel.all();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void showsSomething(Panel panel) {
    for (String query : panel.queries()) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(ask(query)).as(query).anyMatch(number -> !Double.isNaN(number)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Flares", "Regressions", "Adherence: sessions", "Flare to plan", "Calls"})
  void showsWhatTheDemoDid(String title) {
    Panel panel =
        panels().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(ask(panel.queries().getFirst())).anyMatch(number -> number > 0));
  }

  @Test
  void allServicesAnswerAndNoAlertIsCritical() {
    assertThat(ask("sum(up)")).containsExactly(3.0);
    assertThat(ask("ALERTS{alertstate=\"firing\", severity=\"critical\"}")).isEmpty();
  }

  /** Grafana puts a window in the place of its own word, at least four looks wide. */
  private static List<Double> ask(String query) {
    return prometheus.ask(query.replace("$__rate_interval", "5m"));
  }
}
