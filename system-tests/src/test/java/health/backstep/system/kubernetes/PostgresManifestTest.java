package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.CloudNativePg.Cluster;
import health.backstep.system.kubernetes.CloudNativePg.ClusterSpec;
import health.backstep.system.kubernetes.CloudNativePg.Database;
import health.backstep.system.kubernetes.CloudNativePg.InitDb;
import health.backstep.system.kubernetes.CloudNativePg.Role;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CloudNativePG makes the databases and roles that deploy/postgres/create-databases makes. */
class PostgresManifestTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final ClusterSpec CLUSTER = Manifests.of(Cluster.class).getFirst().spec();
  private static final Workload GRANTS =
      new Workload("grants", Manifests.of(Job.class).getFirst().getSpec().getTemplate());

  @Test
  void roles_are_those_of_the_services_with_passwords_of_their_own() {
    Set<String> roles =
        Arrays.stream(ServiceName.values())
            .flatMap(service -> service.roles().stream())
            .collect(Collectors.toSet());
    assertThat(CLUSTER.managed().roles())
        .extracting(Role::name)
        .containsExactlyInAnyOrderElementsOf(roles);
    assertThat(CLUSTER.managed().roles())
        .allSatisfy(
            role -> {
              assertThat(role.login()).isTrue();
              assertThat(role.passwordSecret().name())
                  .isEqualTo(role.name().replace('_', '-') + "-password");
            });
  }

  @Test
  void each_role_has_a_secret_in_the_example_that_names_it() {
    Kustomized secrets = Kustomized.in(Manifests.FOLDER.resolve("overlays/example/secrets"));
    for (Role role : CLUSTER.managed().roles()) {
      assertThat(secrets.content().getSecretGenerator())
          .filteredOn(secret -> secret.getName().equals(role.passwordSecret().name()))
          .singleElement()
          .satisfies(
              secret -> {
                assertThat(secret.getType()).isEqualTo("kubernetes.io/basic-auth");
                assertThat(secret.getLiterals()).containsExactly("username=" + role.name());
                assertThat(secret.getFiles()).hasSize(1);
                assertThat(secret.getFiles().getFirst())
                    .startsWith("password=")
                    .endsWith("/" + secret.getName());
              });
    }
  }

  @Test
  void each_service_has_a_database_that_its_owner_owns() {
    String cluster = Manifests.of(Cluster.class).getFirst().metadata().getName();
    assertThat(Manifests.of(Database.class)).hasSameSizeAs(ServiceName.values());
    for (ServiceName service : ServiceName.values()) {
      Database database = Manifests.of(Database.class, service.database());
      assertThat(database.spec().name()).isEqualTo(service.database());
      assertThat(database.spec().owner()).isEqualTo(service.ownerRole());
      assertThat(database.spec().cluster().name()).isEqualTo(cluster);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_role_gets_into_the_database_of_its_service_alone(ServiceName service) {
    List<String> ways = CLUSTER.postgresql().hostBasedAuthentication();
    String roles = service.ownerRole() + "," + service.appRole() + "," + service.relayRole();
    assertThat(ways)
        .contains("hostssl " + service.database() + " " + roles + " all scram-sha-256")
        .endsWith("host all all all reject")
        .hasSize(ServiceName.values().length + 1);
  }

  @Test
  void it_is_the_postgresql_of_compose_with_the_same_sorting() {
    String composed = (String) COMPOSE.services().get("postgres").get("image");
    assertThat(CLUSTER.imageName())
        .startsWith("ghcr.io/cloudnative-pg/" + composed.replace("postgres:", "postgresql:") + "-");
    InitDb made = CLUSTER.bootstrap().initdb();
    assertThat(COMPOSE.environment("postgres").get("POSTGRES_INITDB_ARGS").split(" ", -1))
        .containsExactlyInAnyOrder(
            "--auth=scram-sha-256",
            "--encoding=" + made.encoding(),
            "--locale=" + made.locale(),
            "--locale-provider=" + made.localeProvider(),
            "--builtin-locale=" + made.builtinLocale());
  }

  @Test
  void what_is_acknowledged_outlives_a_machine() {
    assertThat(CLUSTER.instances()).isEqualTo(3);
    assertThat(CLUSTER.postgresql().synchronous().number()).isEqualTo(1);
    assertThat(CLUSTER.postgresql().synchronous().dataDurability()).isEqualTo("required");
    assertThat(CLUSTER.postgresql().synchronous().failoverQuorum()).isTrue();
    assertThat(CLUSTER.affinity().podAntiAffinityType()).isEqualTo("required");
    assertThat(CLUSTER.enableSuperuserAccess()).isFalse();
  }

  @Test
  void the_grants_are_run_with_the_clients_of_compose_as_each_owner() {
    assertThat(COMPOSE.services().get("create-databases"))
        .containsEntry("image", GRANTS.container().getImage());
    List<String> secrets = new ArrayList<>();
    for (VolumeProjection source : GRANTS.volume("secrets").getProjected().getSources()) {
      for (KeyToPath item : source.getSecret().getItems()) {
        assertThat(item.getPath()).isEqualTo(source.getSecret().getName());
        secrets.add(item.getPath());
      }
    }
    assertThat(secrets)
        .containsExactlyInAnyOrder(
            Arrays.stream(ServiceName.values())
                .map(service -> service.database() + "-owner-password")
                .toArray(String[]::new));
    assertThat(GRANTS.container().getEnv())
        .extracting(EnvVar::getName, EnvVar::getValue)
        .contains(tuple("PGHOST", "postgres-rw"), tuple("PGSSLMODE", "verify-full"));
    String script = ComposeFile.text("deploy/kubernetes/postgres/grant");
    String services =
        Arrays.stream(ServiceName.values())
            .map(ServiceName::database)
            .collect(Collectors.joining(" "));
    assertThat(script).contains("for service in " + services + "; do");
  }
}
