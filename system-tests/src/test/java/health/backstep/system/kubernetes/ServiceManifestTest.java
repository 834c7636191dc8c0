package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service runs, is asked, found and moved as docker-compose.yml and its image say. */
class ServiceManifestTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();

  @ParameterizedTest
  @EnumSource
  void it_runs_the_image_that_compose_builds_as_its_user(ServiceName service) {
    Workload here = new ServiceWorkload(service).workload();
    assertThat(here.container().getImage()).isEqualTo(composed(service).get("image"));
    assertThat(ComposeFile.text("deploy/Dockerfile"))
        .contains("--uid " + here.pod().getSecurityContext().getRunAsUser())
        .contains("--gid " + here.pod().getSecurityContext().getRunAsGroup());
  }

  @ParameterizedTest
  @EnumSource
  void it_may_take_as_much_as_in_compose(ServiceName service) {
    Map<String, Quantity> limits =
        new ServiceWorkload(service).workload().container().getResources().getLimits();
    assertThat(limits.get("memory").toString())
        .isEqualTo(((String) composed(service).get("mem_limit")).replace("m", "Mi"));
    assertThat(limits.get("cpu").getNumericalAmount())
        .isEqualByComparingTo(new BigDecimal(composed(service).get("cpus").toString()));
    String tmp = (String) ComposeFile.list(composed(service).get("tmpfs")).getFirst();
    assertThat("/tmp:size=" + tmpOf(service).replace("Mi", "m")).isEqualTo(tmp);
  }

  private static String tmpOf(ServiceName service) {
    Workload here = new ServiceWorkload(service).workload();
    return here.volume("tmp").getEmptyDir().getSizeLimit().toString();
  }

  @ParameterizedTest
  @EnumSource
  void it_is_asked_whether_it_has_started_lives_and_is_ready(ServiceName service) {
    Container container = new ServiceWorkload(service).workload().container();
    assertAsks(container.getStartupProbe(), "/q/health/started");
    assertAsks(container.getLivenessProbe(), "/q/health/live");
    assertAsks(container.getReadinessProbe(), "/q/health/ready");
    assertThat(ComposeFile.text("docs/observability.md"))
        .contains("`/q/health/live`", "`/q/health/started`", "`/q/health/ready`");
    Probe ready = container.getReadinessProbe();
    assertThat(ComposeFile.map(composed(service).get("healthcheck")))
        .containsEntry("interval", ready.getPeriodSeconds() + "s")
        .containsEntry("timeout", ready.getTimeoutSeconds() + "s")
        .containsEntry("retries", ready.getFailureThreshold());
  }

  private static void assertAsks(Probe probe, String path) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
  }

  /** Its migrations wait for a database: connect-retries times connect-retries-interval. */
  @ParameterizedTest
  @EnumSource
  void it_has_more_time_to_start_than_it_waits_for_a_database(ServiceName service) {
    assertThat(
            ComposeFile.text("backbone/src/main/resources/META-INF/microprofile-config.properties"))
        .contains("quarkus.flyway.connect-retries=60\n")
        .contains("quarkus.flyway.connect-retries-interval=2s\n");
    Probe started = new ServiceWorkload(service).workload().container().getStartupProbe();
    assertThat(started.getPeriodSeconds() * started.getFailureThreshold()).isGreaterThan(60 * 2);
  }

  @ParameterizedTest
  @EnumSource
  void it_has_time_to_end_after_it_was_taken_out(ServiceName service) {
    Workload here = new ServiceWorkload(service).workload();
    long pause = here.container().getLifecycle().getPreStop().getSleep().getSeconds();
    long end = here.pod().getTerminationGracePeriodSeconds() - pause;
    assertThat(composed(service)).containsEntry("stop_grace_period", end + "s");
  }

  @ParameterizedTest
  @EnumSource
  void it_listens_where_it_is_found(ServiceName service) {
    ServiceWorkload here = new ServiceWorkload(service);
    int port = Ports.standard().of(service);
    assertThat(here.workload().container().getPorts())
        .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
        .containsExactly(tuple("http", port));
    for (String name : List.of(here.name(), here.name() + "-instances")) {
      Service found = Manifests.of(Service.class, name);
      assertThat(found.getSpec().getPorts()).hasSize(1);
      assertThat(found.getSpec().getPorts().getFirst().getPort()).isEqualTo(port);
      assertThat(found.getSpec().getPorts().getFirst().getTargetPort().getStrVal())
          .isEqualTo("http");
      assertThat(found.getSpec().getType()).isNull();
    }
    assertThat(Manifests.of(Service.class, here.name() + "-instances").getSpec().getClusterIP())
        .isEqualTo("None");
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile-service", "plan-service", "session-service", "gateway"})
  void whatever_means_its_pods_means_these_and_no_others(String name) {
    Deployment deployment = Manifests.of(Deployment.class, name);
    assertMeans(deployment.getSpec().getSelector().getMatchLabels(), name);
    assertMeans(
        Manifests.of(PodDisruptionBudget.class, name).getSpec().getSelector().getMatchLabels(),
        name);
    Manifests.of(Service.class).stream()
        .filter(service -> service.getMetadata().getName().matches(name + "(-instances)?"))
        .forEach(service -> assertMeans(service.getSpec().getSelector(), name));
    assertThat(Workload.deployed(name).pod().getTopologySpreadConstraints())
        .allSatisfy(spread -> assertMeans(spread.getLabelSelector().getMatchLabels(), name));
  }

  private static void assertMeans(Map<String, String> selector, String name) {
    assertThat(selector).isNotEmpty();
    assertThat(Workload.all())
        .filteredOn(each -> each.labels().entrySet().containsAll(selector.entrySet()))
        .extracting(Workload::name)
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile-service", "plan-service", "session-service", "gateway"})
  void a_new_version_or_an_empty_node_takes_nobody_away(String name) {
    Deployment deployment = Manifests.of(Deployment.class, name);
    assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("RollingUpdate");
    assertThat(
            deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
        .isZero();
    PodDisruptionBudget budget = Manifests.of(PodDisruptionBudget.class, name);
    assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
    assertThat(Workload.deployed(name).pod().getTopologySpreadConstraints())
        .extracting(TopologySpreadConstraint::getTopologyKey)
        .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
  }

  private static Map<String, Object> composed(ServiceName service) {
    return COMPOSE.services().get(service.processName());
  }
}
