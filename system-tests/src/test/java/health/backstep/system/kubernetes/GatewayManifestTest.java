package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway is that of docker-compose.yml, with the names of Kubernetes. */
class GatewayManifestTest {

  private static final Map<String, Object> COMPOSED = ComposeFile.read().services().get("gateway");
  private static final Workload GATEWAY = Workload.deployed("gateway");
  private static final Kustomized BASE = Kustomized.in(Manifests.FOLDER.resolve("base"));
  private static final Path DOCKERS = ComposeFile.REPOSITORY.resolve("deploy/gateway");
  private static final Pattern SUFFIX = Pattern.compile("default ([\\w.\"-]+);");

  @Test
  void it_runs_as_in_compose() {
    assertThat(GATEWAY.container().getImage()).isEqualTo(COMPOSED.get("image"));
    long user = GATEWAY.pod().getSecurityContext().getRunAsUser();
    assertThat(COMPOSED).containsEntry("user", user + ":" + user);
    assertThat(GATEWAY.container().getResources().getLimits().get("memory").toString())
        .isEqualTo(((String) COMPOSED.get("mem_limit")).replace("m", "Mi"));
    assertThat(GATEWAY.container().getPorts())
        .extracting(ContainerPort::getContainerPort)
        .containsExactly(8080);
    assertThat(ComposeFile.text("deploy/gateway/nginx.conf")).contains("listen 8080 default");
  }

  @Test
  void it_sees_the_files_that_it_sees_in_compose() {
    Map<String, String> composed = new TreeMap<>();
    for (Object volume : ComposeFile.list(COMPOSED.get("volumes"))) {
      String[] parts = ((String) volume).split(":", -1);
      composed.put(parts[1], Path.of(parts[0]).getFileName().toString());
    }
    Map<String, String> here =
        GATEWAY.container().getVolumeMounts().stream()
            .filter(mount -> mount.getName().equals("gateway"))
            .collect(Collectors.toMap(VolumeMount::getMountPath, VolumeMount::getSubPath));
    assertThat(here).isEqualTo(composed);
    here.values().forEach(file -> assertThat(BASE.configFile("gateway", file)).isRegularFile());
  }

  @Test
  void only_names_are_others() {
    assertThat(BASE.configFile("gateway", "nginx.conf")).isEqualTo(DOCKERS.resolve("nginx.conf"));
    assertThat(BASE.configFile("gateway", "ready")).isEqualTo(DOCKERS.resolve("ready"));
    assertThat(BASE.configFile("gateway", "names.conf").startsWith(DOCKERS)).isFalse();
    assertThat(kept("deploy/kubernetes/base/names.conf"))
        .isEqualTo(kept("deploy/gateway/names.conf"))
        .contains("resolver", "map $host $suffix {");
  }

  /** What both files say: lines without remarks, addresses and names. */
  private static Set<String> kept(String file) {
    return ComposeFile.text(file)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.replaceFirst("^resolver .*", "resolver"))
        .map(line -> line.replaceFirst("default .*", "default"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void it_finds_each_instance_of_a_service(ServiceName service) {
    String suffix =
        SUFFIX
            .matcher(ComposeFile.text("deploy/kubernetes/base/names.conf"))
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.joining());
    Service instances = Manifests.of(Service.class, service.processName() + "-instances");
    String namespace = Manifests.of(Namespace.class).getFirst().getMetadata().getName();
    assertThat(service.processName() + suffix)
        .isEqualTo(instances.getMetadata().getName() + "." + namespace + ".svc.cluster.local");
  }

  @Test
  void it_is_asked_in_itself_how_it_is() {
    assertThat(GATEWAY.container().getReadinessProbe().getExec().getCommand())
        .containsExactly("bash", "/etc/backstep/ready");
    assertThat(ComposeFile.map(COMPOSED.get("healthcheck")).get("test").toString())
        .contains("bash, /etc/backstep/ready");
  }

  @Test
  void a_call_that_waits_is_ended_before_it_ends() {
    long pause = GATEWAY.container().getLifecycle().getPreStop().getSleep().getSeconds();
    assertThat(ComposeFile.text("deploy/gateway/nginx.conf")).contains("proxy_read_timeout 60s;");
    assertThat(GATEWAY.pod().getTerminationGracePeriodSeconds()).isGreaterThan(pause + 60);
  }
}
