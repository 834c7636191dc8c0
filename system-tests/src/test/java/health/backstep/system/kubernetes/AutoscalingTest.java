package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.AccessList;
import health.backstep.stack.broker.Rights;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.Keda.Parameter;
import health.backstep.system.kubernetes.Keda.ScaledObject;
import health.backstep.system.kubernetes.Keda.ScaledSpec;
import health.backstep.system.kubernetes.Keda.Trigger;
import health.backstep.system.kubernetes.Keda.TriggerAuthentication;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many instances there are, and what that asks of Kafka and the database. */
class AutoscalingTest {

  private static final ScaledSpec PLAN = Manifests.of(ScaledObject.class).getFirst().spec();

  /** Of relay, retention and all that watches; plan-service has nine of them, the others fewer. */
  private static final int CONNECTIONS_BESIDE_THE_POOL = 10;

  @Test
  void each_service_has_one_that_counts_its_instances() {
    assertThat(mostInstances().keySet())
        .containsExactlyInAnyOrder("profile-service", "plan-service", "session-service");
    assertThat(Manifests.of(ScaledObject.class)).hasSize(1);
    assertThat(Manifests.of(HorizontalPodAutoscaler.class)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void no_deployment_says_a_number_as_well(ServiceName service) {
    assertThat(new ServiceWorkload(service).deployment().getSpec().getReplicas()).isNull();
  }

  @Test
  void there_are_always_two() {
    assertThat(PLAN.minReplicaCount()).isGreaterThanOrEqualTo(2);
    assertThat(Manifests.of(HorizontalPodAutoscaler.class))
        .allSatisfy(
            scaler -> {
              HorizontalPodAutoscalerSpec spec = scaler.getSpec();
              assertThat(spec.getMinReplicas()).isGreaterThanOrEqualTo(2);
              assertThat(spec.getScaleTargetRef().getKind()).isEqualTo("Deployment");
              assertThat(spec.getScaleTargetRef().getApiVersion()).isEqualTo("apps/v1");
            });
  }

  @Test
  void there_are_never_more_than_partitions() {
    int partitions =
        Topics.fromContract().stream().mapToInt(TopicSpec::partitions).min().orElseThrow();
    assertThat(mostInstances().values())
        .allSatisfy(most -> assertThat(most).isBetween(2, partitions));
  }

  @Test
  void plan_service_grows_with_its_lag_on_each_topic_that_it_reads() {
    Rights plan =
        AccessList.fromContract().stream()
            .filter(rights -> rights.user().equals("plan-service"))
            .findFirst()
            .orElseThrow();
    List<Trigger> onLag =
        PLAN.triggers().stream().filter(trigger -> trigger.type().equals("kafka")).toList();
    assertThat(onLag)
        .extracting(trigger -> trigger.metadata().get("topic"))
        .containsExactlyInAnyOrderElementsOf(plan.reads());
    assertThat(onLag)
        .allSatisfy(
            trigger ->
                assertThat(trigger.metadata())
                    .containsEntry("consumerGroup", plan.groups().name())
                    .containsEntry("bootstrapServers", brokers())
                    .containsEntry("sasl", "scram_sha512")
                    .containsEntry("tls", "enable")
                    .containsKey("lagThreshold"));
  }

  /** KEDA asks from another namespace. */
  private static String brokers() {
    return new ServiceWorkload(ServiceName.PLAN)
        .environment()
        .get("BACKSTEP_KAFKA")
        .replace(":", ".backstep.svc:");
  }

  @Test
  void it_gets_into_kafka_as_a_user_of_its_own() {
    TriggerAuthentication way = Manifests.of(TriggerAuthentication.class).getFirst();
    Kafka kafka = Manifests.of(Kafka.class).getFirst();
    KafkaUser user = Manifests.of(KafkaUser.class, "autoscaler");
    String prefix = kafka.getSpec().getEntityOperator().getUserOperator().getSecretPrefix();
    assertThat(PLAN.triggers())
        .filteredOn(trigger -> trigger.type().equals("kafka"))
        .allSatisfy(
            trigger ->
                assertThat(trigger.authenticationRef().name()).isEqualTo(way.metadata().getName()));
    assertThat(way.spec().secretTargetRef())
        .containsExactlyInAnyOrder(
            new Parameter("password", prefix + user.getMetadata().getName(), "password"),
            new Parameter("ca", kafka.getMetadata().getName() + "-cluster-ca-cert", "ca.crt"));
    assertThat(way.spec().configMapTargetRef())
        .containsExactly(new Parameter("username", "autoscaler-login", "username"));
    assertThat(
            Kustomized.in(Manifests.FOLDER.resolve("autoscaling"))
                .content()
                .getConfigMapGenerator()
                .getFirst()
                .getLiterals())
        .containsExactly("username=" + user.getMetadata().getName());
  }

  @Test
  void the_database_has_connections_for_all_of_them() {
    Matcher pool =
        Pattern.compile("(?m)^quarkus\\.datasource\\.jdbc\\.max-size=(\\d+)$")
            .matcher(
                ComposeFile.text(
                    "backbone/src/main/resources/META-INF/microprofile-config.properties"));
    assertThat(pool.find()).isTrue();
    int each = Integer.parseInt(pool.group(1)) + CONNECTIONS_BESIDE_THE_POOL;
    int all = mostInstances().values().stream().mapToInt(most -> most * each).sum();
    Map<String, String> settings =
        Manifests.of(CloudNativePg.Cluster.class).getFirst().spec().postgresql().parameters();
    assertThat(Integer.parseInt(settings.get("max_connections"))).isGreaterThan(all);
  }

  private static Map<String, Integer> mostInstances() {
    Map<String, Integer> most = new TreeMap<>();
    most.put(PLAN.scaleTargetRef().name(), PLAN.maxReplicaCount());
    for (HorizontalPodAutoscaler scaler : Manifests.of(HorizontalPodAutoscaler.class)) {
      HorizontalPodAutoscalerSpec spec = scaler.getSpec();
      most.put(spec.getScaleTargetRef().getName(), spec.getMaxReplicas());
    }
    return most;
  }
}
