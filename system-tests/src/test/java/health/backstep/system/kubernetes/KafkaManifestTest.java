package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.AccessList;
import health.backstep.stack.broker.Rights;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.Manifests.Manifest;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaClusterSpec;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerType;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strimzi makes the topics and rights of the contract on three brokers. */
class KafkaManifestTest {

  private static final KafkaClusterSpec KAFKA =
      Manifests.of(Kafka.class).getFirst().getSpec().getKafka();
  private static final int BROKERS =
      Manifests.of(KafkaNodePool.class).getFirst().getSpec().getReplicas();
  private static final String AUTOSCALER = "autoscaler";

  @Test
  void topics_are_those_of_the_contract_on_all_brokers() {
    Set<TopicSpec> here =
        Manifests.of(KafkaTopic.class).stream()
            .map(KafkaManifestTest::topic)
            .collect(Collectors.toSet());
    Set<TopicSpec> contract =
        Topics.fromContract().stream()
            .map(topic -> topic.onReplicas((short) BROKERS, BROKERS - 1))
            .collect(Collectors.toSet());
    assertThat(here).isEqualTo(contract);
  }

  private static TopicSpec topic(KafkaTopic topic) {
    Map<String, String> settings =
        topic.getSpec().getConfig().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
    return new TopicSpec(
        topic.getMetadata().getName(),
        topic.getSpec().getPartitions(),
        topic.getSpec().getReplicas().shortValue(),
        settings);
  }

  @Test
  void there_is_a_user_for_each_of_the_contract_and_one_who_counts() {
    Set<String> users =
        AccessList.fromContract().stream()
            .map(Rights::user)
            .collect(Collectors.toCollection(TreeSet::new));
    users.add(AUTOSCALER);
    assertThat(Manifests.of(KafkaUser.class))
        .extracting(user -> user.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(users);
  }

  private static List<Rights> contract() {
    return AccessList.fromContract();
  }

  @ParameterizedTest
  @MethodSource("contract")
  void a_user_may_do_what_the_contract_says_and_no_more(Rights rights) {
    Set<String> may = new TreeSet<>();
    rights.writes().forEach(topic -> may.add("topic literal " + topic + " [WRITE]"));
    rights.reads().forEach(topic -> may.add("topic literal " + topic + " [READ]"));
    String pattern = rights.groups().pattern() == PatternType.PREFIXED ? "prefix" : "literal";
    may.add("group " + pattern + " " + rights.groups().name() + " [READ]");
    assertThat(rules(rights.user())).isEqualTo(may);
  }

  @Test
  void who_counts_reads_nothing() {
    assertThat(rules(AUTOSCALER))
        .isNotEmpty()
        .allMatch(rule -> rule.endsWith("[" + AclOperation.DESCRIBE + "]"));
  }

  private static Set<String> rules(String user) {
    KafkaUser here = Manifests.of(KafkaUser.class, user);
    assertThat(here.getSpec().getAuthentication().getType()).isEqualTo("scram-sha-512");
    KafkaUserAuthorizationSimple simple =
        (KafkaUserAuthorizationSimple) here.getSpec().getAuthorization();
    return simple.getAcls().stream()
        .map(KafkaManifestTest::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String rule(AclRule rule) {
    String what =
        switch (rule.getResource()) {
          case AclRuleTopicResource topic ->
              "topic " + topic.getPatternType().toValue() + " " + topic.getName();
          case AclRuleGroupResource group ->
              "group " + group.getPatternType().toValue() + " " + group.getName();
          default -> throw new IllegalStateException("not expected: " + rule);
        };
    return what + " " + rule.getOperations();
  }

  @Test
  void everybody_says_who_he_is_over_tls_and_may_do_nothing_without_a_right() {
    assertThat(KAFKA.getListeners()).hasSize(1);
    GenericKafkaListener listener = KAFKA.getListeners().getFirst();
    assertThat(listener.isTls()).isTrue();
    assertThat(listener.getType()).isEqualTo(KafkaListenerType.INTERNAL);
    assertThat(listener.getAuth().getType()).isEqualTo("scram-sha-512");
    assertThat(listener.getNetworkPolicyPeers()).isNotEmpty();
    assertThat(KAFKA.getAuthorization().getType()).isEqualTo("simple");
  }

  @Test
  void it_is_the_kafka_of_compose_three_times() {
    ComposeFile compose = ComposeFile.read();
    assertThat(compose.services().get("kafka"))
        .containsEntry("image", "apache/kafka:" + KAFKA.getVersion());
    assertThat(BROKERS).isEqualTo(3);
    assertThat(String.valueOf(KAFKA.getConfig().get("auto.create.topics.enable")))
        .isEqualTo(compose.environment("kafka").get("KAFKA_AUTO_CREATE_TOPICS_ENABLE"));
    assertThat(KAFKA.getConfig())
        .containsEntry("offsets.topic.replication.factor", BROKERS)
        .containsEntry("default.replication.factor", BROKERS)
        .containsEntry("min.insync.replicas", BROKERS - 1);
  }

  @Test
  void all_of_it_belongs_to_the_one_cluster() {
    String cluster = Manifests.of(Kafka.class).getFirst().getMetadata().getName();
    assertThat(Manifests.all())
        .filteredOn(KafkaManifestTest::belongsToACluster)
        .isNotEmpty()
        .allSatisfy(
            manifest ->
                assertThat(
                        manifest
                            .written()
                            .path("metadata")
                            .path("labels")
                            .path("strimzi.io/cluster")
                            .asText())
                    .isEqualTo(cluster));
  }

  private static boolean belongsToACluster(Manifest manifest) {
    return manifest.resource() instanceof KafkaTopic
        || manifest.resource() instanceof KafkaUser
        || manifest.resource() instanceof KafkaNodePool;
  }
}
