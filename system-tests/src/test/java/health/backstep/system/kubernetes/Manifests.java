package health.backstep.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.system.compose.ComposeFile;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every resource of deploy/kubernetes, read strictly. */
final class Manifests {

  static final Path FOLDER = ComposeFile.REPOSITORY.resolve("deploy/kubernetes");

  private static final Map<String, Class<?>> CLASSES =
      Map.ofEntries(
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("keda.sh/v1alpha1 ScaledObject", Keda.ScaledObject.class),
          Map.entry("keda.sh/v1alpha1 TriggerAuthentication", Keda.TriggerAuthentication.class),
          Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
          Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
          Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
          Map.entry("postgresql.cnpg.io/v1 Cluster", CloudNativePg.Cluster.class),
          Map.entry("postgresql.cnpg.io/v1 Database", CloudNativePg.Database.class),
          Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
          Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class));

  private static final List<Manifest> ALL = read();

  /**
   * One resource.
   *
   * @param written as it stands in the file
   * @param resource the same, understood
   */
  record Manifest(Path file, JsonNode written, Object resource) {

    String name() {
      return written.at("/metadata/name").asText();
    }

    @Override
    public String toString() {
      return FOLDER.relativize(file) + " " + written.path("kind").asText() + " " + name();
    }
  }

  private Manifests() {}

  static List<Manifest> all() {
    return ALL;
  }

  static <T> List<T> of(Class<T> type) {
    return ALL.stream().map(Manifest::resource).filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * @throws IllegalStateException when there is none or more than one of the name
   */
  static <T> T of(Class<T> type, String name) {
    List<T> found =
        ALL.stream()
            .filter(manifest -> type.isInstance(manifest.resource()))
            .filter(manifest -> manifest.name().equals(name))
            .map(manifest -> type.cast(manifest.resource()))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "There are %d of %s %s.".formatted(found.size(), type.getSimpleName(), name));
    }
    return found.getFirst();
  }

  /** Files and folders below deploy/kubernetes. */
  static List<Path> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object understood(JsonNode document) {
    String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
    Class<?> type = CLASSES.get(kind);
    if (type == null) {
      throw new IllegalStateException("There is no class for " + kind + ".");
    }
    return StrictYaml.as(type, document);
  }

  private static List<Manifest> read() {
    return below(FOLDER).stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .filter(file -> !Kustomized.isOne(file))
        .flatMap(Manifests::in)
        .toList();
  }

  private static Stream<Manifest> in(Path file) {
    try {
      return StrictYaml.documents(Files.readString(file)).stream()
          .map(document -> new Manifest(file, document, understood(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(file + " is not understood: " + e.getMessage(), e);
    }
  }
}
