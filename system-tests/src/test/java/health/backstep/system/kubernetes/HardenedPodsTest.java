package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.entityoperator.EntityOperatorTemplate;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolTemplate;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs can do little harm, and no manifest holds a secret. */
class HardenedPodsTest {

  private static final String TAGGED = "[a-z./-]+:(?!latest\\b)[\\w.-]+";
  private static final Pattern CONFIDENTIAL =
      Pattern.compile("PASSWORD|SECRET|CREDENTIAL|PRIVATE_KEY|(^|_)KEY$|JAAS");
  private static final Pattern LONG_WORD = Pattern.compile("[\\w+/]{20,}");
  private static final Pattern RANDOM_LOOKING =
      Pattern.compile("(?=.*\\d.*\\d.*\\d)(?=.*[A-Za-z]).*");

  private static List<Workload> all() {
    return Workload.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_pod_has_no_rights_and_no_way_to_kubernetes(Workload workload) {
    PodSpec pod = workload.pod();
    assertHarmless(pod.getSecurityContext());
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getRunAsGroup()).isPositive();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(pod.getServiceAccountName()).isNull();
    assertThat(pod.getHostNetwork()).isNull();
    assertThat(pod.getHostPID()).isNull();
    assertThat(pod.getHostIPC()).isNull();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_container_has_no_rights_and_writes_nowhere_but_in_memory(Workload workload) {
    Container container = workload.container();
    assertHarmless(container.getSecurityContext());
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getVolumeMounts())
        .allSatisfy(
            mount -> {
              Volume volume = workload.volume(mount.getName());
              assertThat(volume.getHostPath()).isNull();
              if (volume.getEmptyDir() == null) {
                assertThat(mount.getReadOnly()).as(mount.getMountPath()).isTrue();
              } else {
                assertThat(volume.getEmptyDir().getMedium()).isEqualTo("Memory");
                assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_container_has_limits_and_an_image_whose_tag_stays(Workload workload) {
    Container container = workload.container();
    assertThat(container.getImage()).matches(TAGGED);
    assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getRequests())
        .containsKey("cpu")
        .containsEntry("memory", container.getResources().getLimits().get("memory"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_secret_is_in_the_environment(Workload workload) {
    assertThat(workload.container().getEnv())
        .extracting(EnvVar::getName)
        .noneMatch(CONFIDENTIAL.asPredicate());
  }

  @Test
  void the_namespace_lets_nobody_in_who_wants_more() {
    assertThat(Manifests.of(Namespace.class).getFirst().getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  @Test
  void what_strimzi_starts_has_no_rights_either() {
    KafkaNodePoolTemplate nodes =
        Manifests.of(KafkaNodePool.class).getFirst().getSpec().getTemplate();
    assertHarmless(nodes.getPod().getSecurityContext());
    assertHarmless(nodes.getKafkaContainer().getSecurityContext());
    EntityOperatorTemplate operators =
        Manifests.of(Kafka.class).getFirst().getSpec().getEntityOperator().getTemplate();
    assertHarmless(operators.getPod().getSecurityContext());
    assertHarmless(operators.getTopicOperatorContainer().getSecurityContext());
    assertHarmless(operators.getUserOperatorContainer().getSecurityContext());
  }

  @Test
  void no_file_holds_a_secret() {
    assertThat(Manifests.below(Manifests.FOLDER))
        .filteredOn(Files::isRegularFile)
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(LONG_WORD.matcher(ComposeFile.text(file.toString())).results())
                    .extracting(MatchResult::group)
                    .noneMatch(RANDOM_LOOKING.asMatchPredicate()));
  }

  private static void assertHarmless(PodSecurityContext context) {
    assertThat(context.getRunAsNonRoot()).isTrue();
    assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
  }

  private static void assertHarmless(SecurityContext context) {
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getPrivileged()).isNull();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isEmpty();
  }
}
