package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.Manifests.Manifest;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prometheus asks and warns in Kubernetes as deploy/prometheus says. */
class MonitoringManifestTest {

  private static final PodMonitor MONITOR = Manifests.of(PodMonitor.class).getFirst();
  private static final List<String> RULES = List.of("event-flow.yml", "platform.yml");
  private static final JsonNode PROMETHEUS =
      StrictYaml.documents(ComposeFile.text("deploy/prometheus/prometheus.yml")).getFirst();

  @Test
  void the_rules_are_those_of_the_files() {
    List<JsonNode> files = new ArrayList<>();
    for (String file : RULES) {
      String text = ComposeFile.text("deploy/prometheus/rules/" + file);
      StrictYaml.documents(text).getFirst().path("groups").forEach(files::add);
    }
    List<JsonNode> here = new ArrayList<>();
    Manifests.all().stream()
        .filter(manifest -> manifest.resource() instanceof PrometheusRule)
        .map(Manifest::written)
        .forEach(rule -> rule.path("spec").path("groups").forEach(here::add));
    assertThat(here).isEqualTo(files).isNotEmpty();
  }

  @Test
  void every_file_of_rules_is_here() {
    assertThat(
            Manifests.below(ComposeFile.REPOSITORY.resolve("deploy/prometheus/rules")).stream()
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(RULES);
  }

  @ParameterizedTest
  @EnumSource
  void an_instance_is_asked_as_the_job_of_its_service(ServiceName service) {
    Workload here = new ServiceWorkload(service).workload();
    JsonNode job = job(service);
    assertThat(here.labels())
        .containsAllEntriesOf(MONITOR.getSpec().getSelector().getMatchLabels())
        .containsEntry(MONITOR.getSpec().getJobLabel(), job.path("job_name").asText());
    assertThat(MONITOR.getSpec().getPodMetricsEndpoints()).hasSize(1);
    PodMetricsEndpoint asked = MONITOR.getSpec().getPodMetricsEndpoints().getFirst();
    assertThat(asked.getPort()).isEqualTo(here.container().getPorts().getFirst().getName());
    assertThat(asked.getPath()).isEqualTo(job.path("metrics_path").asText());
    assertThat(asked.getInterval()).isEqualTo(global("scrape_interval"));
    assertThat(asked.getScrapeTimeout()).isEqualTo(global("scrape_timeout"));
  }

  @Test
  void nobody_else_is_asked() {
    Map<String, String> asked = MONITOR.getSpec().getSelector().getMatchLabels();
    assertThat(Workload.all())
        .filteredOn(each -> each.labels().entrySet().containsAll(asked.entrySet()))
        .hasSameSizeAs(ServiceName.values());
  }

  private static JsonNode job(ServiceName service) {
    for (JsonNode job : PROMETHEUS.path("scrape_configs")) {
      if (job.path("job_name").asText().equals(service.processName())) {
        return job;
      }
    }
    throw new IllegalStateException("Prometheus has no job for " + service.processName() + ".");
  }

  private static String global(String name) {
    return PROMETHEUS.path("global").path(name).asText();
  }
}
