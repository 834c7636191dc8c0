package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.ServiceWorkload.SecretKey;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.SecretArgs;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service is told in Kubernetes what docker-compose.yml tells it. */
class ServiceSettingsTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final String LOGIN = "BACKSTEP_KAFKA_CLIENT_SASL_JAAS_CONFIG";
  private static final Kafka KAFKA = Manifests.of(Kafka.class).getFirst();

  /** Here it goes over TLS, and no call is sent to who is not ready. */
  private static final Set<String> ONLY_HERE =
      Set.of(
          "BACKSTEP_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE",
          "BACKSTEP_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION",
          "BACKSTEP_UNREADY_AFTER");

  private static final Set<String> WHERE_THINGS_ARE =
      Set.of(
          "BACKSTEP_KAFKA",
          "BACKSTEP_KAFKA_CLIENT_SECURITY_PROTOCOL",
          "BACKSTEP_DATABASE_URL",
          "BACKSTEP_JWKS");

  @ParameterizedTest
  @EnumSource
  void it_is_told_the_same_and_no_more(ServiceName service) {
    Map<String, String> told = new HashMap<>(new ServiceWorkload(service).environment());
    assertThat(told.keySet()).containsAll(ONLY_HERE);
    told.keySet().removeAll(ONLY_HERE);
    Map<String, String> composed = COMPOSE.environment(service.processName());
    assertThat(told.keySet()).isEqualTo(composed.keySet());
    told.keySet().removeAll(WHERE_THINGS_ARE);
    told.keySet().removeAll(ServiceWorkload.example().keySet());
    told.forEach(
        (name, value) ->
            assertThat(value).as(name).isEqualTo(composed.get(name).replaceFirst("^null$", "")));
  }

  @Test
  void the_example_trusts_the_tokens_that_the_example_of_compose_trusts() {
    Map<String, String> example = new HashMap<>(ServiceWorkload.example());
    assertThat(example.remove("BACKSTEP_JWKS")).endsWith("/jwks.json");
    assertThat(ComposeFile.example()).containsAllEntriesOf(example);
  }

  @Test
  void without_an_overlay_nobodys_tokens_count() {
    assertThat(ComposeFile.settings("deploy/kubernetes/base/settings.env"))
        .doesNotContainKeys("BACKSTEP_JWKS", "BACKSTEP_TOKEN_ISSUER", "BACKSTEP_TOKEN_AUDIENCE");
  }

  @ParameterizedTest
  @EnumSource
  void its_secrets_are_files_of_the_same_names(ServiceName service) {
    ServiceWorkload here = new ServiceWorkload(service);
    Map<String, String> composed = COMPOSE.secrets(service.processName());
    Map<String, SecretKey> files = here.secretFiles();
    assertThat(files.keySet()).isEqualTo(composed.keySet());
    files.forEach(
        (file, secret) -> {
          if (!file.equals(LOGIN)) {
            assertThat(secret.secret()).as(file).isEqualTo(composed.get(file));
          }
        });
    assertThat(here.environment())
        .containsEntry("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", here.mountPath("secrets"));
  }

  @ParameterizedTest
  @EnumSource
  void its_login_to_kafka_is_the_one_that_strimzi_makes(ServiceName service) {
    String prefix = KAFKA.getSpec().getEntityOperator().getUserOperator().getSecretPrefix();
    String user = Manifests.of(KafkaUser.class, service.processName()).getMetadata().getName();
    assertThat(new ServiceWorkload(service).secretFiles())
        .containsEntry(LOGIN, new SecretKey(prefix + user, "sasl.jaas.config"));
  }

  @ParameterizedTest
  @EnumSource
  void every_other_secret_is_one_of_the_example(ServiceName service) {
    Map<String, Set<String>> made = examplesSecrets();
    new ServiceWorkload(service)
        .secretFiles()
        .forEach(
            (file, secret) -> {
              if (!file.equals(LOGIN)) {
                assertThat(made).containsKey(secret.secret());
                assertThat(made.get(secret.secret())).contains(secret.key());
              }
            });
  }

  @Test
  void the_example_makes_no_secret_that_nobody_uses() {
    Set<String> used = new HashSet<>();
    for (ServiceName service : ServiceName.values()) {
      new ServiceWorkload(service).secretFiles().values().forEach(key -> used.add(key.secret()));
    }
    assertThat(used).containsAll(examplesSecrets().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void it_speaks_with_kafka_and_the_database_over_tls(ServiceName service) {
    ServiceWorkload here = new ServiceWorkload(service);
    String trust = here.mountPath("trust");
    String cluster = KAFKA.getMetadata().getName();
    int port = KAFKA.getSpec().getKafka().getListeners().getFirst().getPort();
    assertThat(here.trusted())
        .containsOnly(
            Map.entry("kafka.pem", new SecretKey(cluster + "-cluster-ca-cert", "ca.crt")),
            Map.entry("postgres.pem", new SecretKey("postgres-ca", "ca.crt")));
    assertThat(here.environment())
        .containsEntry("BACKSTEP_KAFKA", cluster + "-kafka-bootstrap:" + port)
        .containsEntry("BACKSTEP_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL")
        .containsEntry("BACKSTEP_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION", trust + "/kafka.pem")
        .containsEntry(
            "BACKSTEP_DATABASE_URL",
            "jdbc:postgresql://postgres-rw:5432/%s?sslmode=verify-full&sslrootcert=%s/postgres.pem"
                .formatted(service.database(), trust));
  }

  @ParameterizedTest
  @EnumSource
  void what_the_operator_keeps_is_where_it_looks_for_it(ServiceName service) {
    ServiceWorkload here = new ServiceWorkload(service);
    assertThat(here.environment().get("BACKSTEP_SUSPENDED_CALLERS"))
        .isEqualTo(here.mountPath("operator") + "/suspended-callers");
    assertThat(here.environment().get("BACKSTEP_JWKS"))
        .isEqualTo("file:" + here.mountPath("operator") + "/jwks.json");
  }

  /** Of each Secret of the example its keys. */
  private static Map<String, Set<String>> examplesSecrets() {
    return Kustomized.in(Manifests.FOLDER.resolve("overlays/example/secrets"))
        .content()
        .getSecretGenerator()
        .stream()
        .collect(Collectors.toMap(SecretArgs::getName, ServiceSettingsTest::keys));
  }

  private static Set<String> keys(SecretArgs secret) {
    Set<String> keys = new TreeSet<>();
    secret.getFiles().forEach(file -> keys.add(file.replaceFirst("=.*", "")));
    secret.getLiterals().forEach(said -> keys.add(said.replaceFirst("=.*", "")));
    return keys;
  }
}
