package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.service.ServiceEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docker-compose.yml gives the services and the database what the local stack gives them. */
class ComposedServicesTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();

  /** The local stack's broker asks nobody who they are. */
  private static final Set<String> WAY_INTO_KAFKA =
      Set.of(
          "BACKSTEP_KAFKA_CLIENT_SECURITY_PROTOCOL",
          "BACKSTEP_KAFKA_CLIENT_SASL_MECHANISM",
          "BACKSTEP_KAFKA_CLIENT_SASL_JAAS_CONFIG");

  /** The local stack gives secrets another way, logs for people, and has nobody else to trust. */
  private static final Set<String> ONLY_COMPOSED =
      Set.of(
          "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
          "BACKSTEP_JWKS_CA",
          "BACKSTEP_LOG",
          "BACKSTEP_OTLP");

  private static final String CREATE_DATABASES = "deploy/postgres/create-databases";

  @ParameterizedTest
  @EnumSource
  void a_service_is_told_all_that_it_must_know_and_no_more(ServiceName service) {
    Secrets any = new Secrets("any", "any", Path.of("jwks.json"), "any");
    Set<String> must =
        new HashSet<>(new ServiceEnvironment(service, Ports.standard(), any).asMap().keySet());
    must.addAll(WAY_INTO_KAFKA);
    must.addAll(ONLY_COMPOSED);
    Set<String> told = new HashSet<>(COMPOSE.environment(service.processName()).keySet());
    told.addAll(COMPOSE.secrets(service.processName()).keySet());
    assertThat(told).isEqualTo(must);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_has_its_own_port_database_and_roles(ServiceName service) {
    Map<String, String> environment = COMPOSE.environment(service.processName());
    int port = Ports.standard().of(service);

    assertThat(environment).containsEntry("QUARKUS_HTTP_PORT", Integer.toString(port));
    assertThat(environment.get("BACKSTEP_DATABASE_URL")).endsWith(":5432/" + service.database());
    assertThat(COMPOSE.secrets(service.processName()))
        .containsEntry("BACKSTEP_DATABASE_OWNER_PASSWORD", passwordOf(service.ownerRole()))
        .containsEntry("BACKSTEP_DATABASE_APP_PASSWORD", passwordOf(service.appRole()))
        .containsEntry("BACKSTEP_DATABASE_RELAY_PASSWORD", passwordOf(service.relayRole()))
        .containsEntry(
            "BACKSTEP_KAFKA_CLIENT_SASL_JAAS_CONFIG", "kafka-" + service.database() + "-login");
  }

  @ParameterizedTest
  @EnumSource
  void a_service_reads_secrets_as_files_where_docker_puts_them(ServiceName service) {
    assertThat(COMPOSE.environment(service.processName()))
        .containsEntry("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "/run/secrets");
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_built_from_its_module(ServiceName service) {
    Map<String, Object> definition = COMPOSE.services().get(service.processName());

    assertThat(ComposeFile.map(ComposeFile.map(definition.get("build")).get("args")))
        .containsEntry("SERVICE", service.processName());
  }

  @Test
  void the_database_gets_the_roles_of_the_local_stack() {
    Set<String> made =
        words("databases")
            .flatMap(base -> words("duties").map(duty -> base + "_" + duty))
            .collect(Collectors.toSet());
    assertThat(made).isEqualTo(roles().collect(Collectors.toSet()));
    assertThat(words("databases")).containsExactlyInAnyOrderElementsOf(databases());
  }

  @Test
  void the_database_is_given_the_password_of_each_role_and_its_superuser() {
    Set<String> needed =
        roles()
            .map(ComposedServicesTest::passwordOf)
            .collect(Collectors.toCollection(HashSet::new));
    needed.add("postgres-password");
    assertThat(COMPOSE.secrets("create-databases").keySet()).isEqualTo(needed);
  }

  /** The words of a bash array in the script that makes the databases. */
  private static Stream<String> words(String array) {
    Matcher line =
        Pattern.compile("(?m)^" + array + "=\\(([a-z ]+)\\)$")
            .matcher(ComposeFile.text(CREATE_DATABASES));
    assertThat(line.find()).as(array + " in " + CREATE_DATABASES).isTrue();
    return Arrays.stream(line.group(1).split(" "));
  }

  private static Stream<String> roles() {
    return Arrays.stream(ServiceName.values()).flatMap(service -> service.roles().stream());
  }

  private static List<String> databases() {
    return Arrays.stream(ServiceName.values()).map(ServiceName::database).toList();
  }

  private static String passwordOf(String role) {
    return role.replace('_', '-') + "-password";
  }
}
