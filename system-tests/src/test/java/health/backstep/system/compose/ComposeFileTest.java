package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.ComposedSecrets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What anyone may expect of docker-compose.yml, whatever it runs. */
class ComposeFileTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final String TAGGED = "[a-z./-]+:(?!latest\\b)[\\w.-]+(@sha256:[0-9a-f]{64})?";
  private static final Pattern MENTIONED = Pattern.compile("\\$\\{(BACKSTEP_\\w+)");
  private static final Pattern NEEDED = Pattern.compile("\\$\\{(BACKSTEP_\\w+)}");
  private static final Set<String> WRITES_IN_ITS_OWN_FOLDERS = Set.of("keycloak");

  /** Their images hold nothing that could ask them. */
  private static final Set<String> CANNOT_SAY_HOW_THEY_ARE = Set.of("otel-collector", "tempo");

  private static final String AUTH = "deploy/auth.env";
  private static final String HA = "deploy/ha.env";
  private static final long CORE_BYTES = 2_500_000_000L;

  /** Names of the framework, which no file of ours need mention. */
  private static final Set<String> OF_THE_FRAMEWORK =
      Set.of("QUARKUS_HTTP_HOST", "QUARKUS_HTTP_PORT", "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS");

  private static Set<String> all() {
    return COMPOSE.services().keySet();
  }

  private static Set<String> core() {
    return COMPOSE.services().entrySet().stream()
        .filter(service -> !service.getValue().containsKey("profiles"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> service(String name) {
    return COMPOSE.services().get(name);
  }

  @Test
  void the_core_is_there_without_asking_for_it() {
    assertThat(core())
        .containsExactlyInAnyOrder(
            "gateway",
            "kafka",
            "create-topics",
            "postgres",
            "create-databases",
            "profile-service",
            "plan-service",
            "session-service");
  }

  @ParameterizedTest
  @MethodSource("all")
  void waits_only_for_what_exists_and_can_happen(String name) {
    ComposeFile.map(service(name).get("depends_on"))
        .forEach(
            (other, condition) -> {
              assertThat(all()).contains(other);
              assertThat(ComposeFile.map(condition))
                  .containsEntry("condition", conditionThatHappens(other));
            });
  }

  @ParameterizedTest
  @MethodSource("core")
  void what_is_extra_can_block_nothing_of_the_core(String name) {
    ComposeFile.map(service(name).get("depends_on"))
        .forEach(
            (other, condition) -> {
              if (!core().contains(other)) {
                assertThat(ComposeFile.map(condition)).containsEntry("required", false);
                assertThat(service(other).get("profiles")).isEqualTo(List.of("ha"));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_image_has_a_tag_that_stays(String name) {
    assertThat((String) service(name).get("image")).matches(TAGGED);
  }

  @Test
  void every_base_of_our_images_has_a_tag_that_stays() {
    assertThat(
            ComposeFile.text("deploy/Dockerfile").lines().filter(line -> line.startsWith("FROM")))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line).matches("FROM ((java|service-\\w+)|" + TAGGED + ") AS [\\w-]+"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_service_says_when_it_is_ready_or_ends_by_itself(String name) {
    assertThat(ComposeFile.map(service(name).get("healthcheck")).containsKey("test"))
        .isEqualTo(!endsByItself(service(name)) && !CANNOT_SAY_HOW_THEY_ARE.contains(name));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_service_can_do_little_harm(String name) {
    assertThat(service(name))
        .containsEntry("read_only", !WRITES_IN_ITS_OWN_FOLDERS.contains(name))
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"))
        .containsKeys("mem_limit", "cpus", "pids_limit", "restart")
        .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid", "devices");
    assertThat(String.valueOf(service(name).get("user")))
        .isNotEqualTo("root")
        .doesNotMatch("0(:.*)?");
    assertThat(ComposeFile.map(ComposeFile.map(service(name).get("logging")).get("options")))
        .containsKeys("max-size", "max-file");
  }

  @Test
  void the_core_fits_into_its_memory() {
    assertThat(core().stream().mapToLong(ComposeFileTest::memory).sum())
        .isLessThanOrEqualTo(CORE_BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void the_heap_of_a_service_leaves_room_for_the_rest_of_its_memory(ServiceName service) {
    assertThat(heap(ComposeFile.text("deploy/jvm.options")))
        .isLessThan(memory(service.processName()) / 2);
  }

  @Test
  void the_heap_of_a_service_begins_large_enough_for_what_its_cache_brings_along() {
    assertThat(ComposeFile.text("deploy/jvm.options")).containsPattern("(?m)^-Xms\\d{2,}m$");
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void the_heap_of_a_broker_leaves_room_for_the_rest_of_its_memory(String name) {
    assertThat(heap(COMPOSE.environment(name).get("KAFKA_HEAP_OPTS"))).isLessThan(memory(name) / 2);
  }

  private static Set<String> brokers() {
    return all().stream()
        .filter(name -> name.startsWith("kafka"))
        .filter(ofImage("apache/kafka"))
        .collect(Collectors.toSet());
  }

  @Test
  void the_core_publishes_the_gateway_alone() {
    assertThat(core().stream().filter(name -> service(name).containsKey("ports")))
        .containsExactly("gateway");
    assertThat(ComposeFile.list(service("gateway").get("ports"))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_is_published_beyond_this_machine(String name) {
    assertThat(ComposeFile.list(service(name).get("ports")))
        .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
  }

  @Test
  void networks_are_declared_used_and_closed_where_nobody_has_to_get_out() {
    assertThat(all().stream().flatMap(name -> networks(name).stream()).collect(Collectors.toSet()))
        .isEqualTo(COMPOSE.section("networks").keySet());
    assertThat(List.of("database", "broker"))
        .allSatisfy(
            network ->
                assertThat(ComposeFile.map(COMPOSE.section("networks").get(network)))
                    .containsEntry("internal", true));
    assertThat(networks("gateway")).containsExactly("front");
    assertThat(networks("postgres")).containsExactly("database");
    assertThat(networks("kafka")).containsExactly("broker");
  }

  @Test
  void keeps_data_in_volumes_that_it_declares() {
    assertThat(mounted(source -> !source.startsWith(".")))
        .isEqualTo(COMPOSE.section("volumes").keySet());
  }

  @Test
  void mounts_files_of_the_repository_that_are_there() {
    assertThat(mounted(source -> source.startsWith("./deploy/")))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(ComposeFile.REPOSITORY.resolve(source)).exists());
  }

  @Test
  void every_secret_is_declared_used_and_made(@TempDir Path made) {
    Set<String> used =
        all().stream()
            .flatMap(name -> COMPOSE.secrets(name).values().stream())
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(COMPOSE.section("secrets").keySet());
    ComposedSecrets.makeIn(made);
    COMPOSE
        .section("secrets")
        .forEach(
            (name, secret) -> {
              assertThat(ComposeFile.map(secret))
                  .containsOnly(Map.entry("file", "./.backstep/secrets/" + name));
              assertThat(made.resolve("secrets").resolve(name)).isNotEmptyFile();
            });
  }

  @Test
  void every_config_is_declared_and_used() {
    Set<String> used =
        all().stream()
            .flatMap(name -> ComposeFile.list(service(name).get("configs")).stream())
            .map(config -> (String) ComposeFile.map(config).get("source"))
            .collect(Collectors.toSet());
    assertThat(used).isEqualTo(COMPOSE.section("configs").keySet());
  }

  @ParameterizedTest
  @EnumSource
  void a_service_knows_every_setting_that_it_is_given(ServiceName service) {
    String name = service.processName();
    Set<String> known = new TreeSet<>(OF_THE_FRAMEWORK);
    known.addAll(inProperties(service, MENTIONED));
    assertThat(
            Stream.of(COMPOSE.environment(name).keySet(), COMPOSE.secrets(name).keySet())
                .flatMap(Collection::stream))
        .isNotEmpty()
        .allMatch(given -> known.contains(given) || given.startsWith("BACKSTEP_KAFKA_CLIENT_"));
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_told_in_training_what_it_would_not_start_without(ServiceName service) {
    String training = ComposeFile.text("deploy/train");
    assertThat(inProperties(service, NEEDED))
        .isNotEmpty()
        .filteredOn(needed -> !needed.startsWith("BACKSTEP_TLS_"))
        .allSatisfy(needed -> assertThat(training).contains(needed + "="));
  }

  private static Set<String> inProperties(ServiceName service, Pattern variable) {
    return Stream.of(
            "backbone/src/main/resources/META-INF/microprofile-config.properties",
            service.processName() + "/src/main/resources/application.properties")
        .flatMap(file -> variable.matcher(ComposeFile.text(file)).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void holds_nothing_secret() {
    for (String service : all()) {
      assertThat(COMPOSE.environment(service))
          .allSatisfy(
              (name, value) -> {
                if (SecretLooks.isConfidential(name)) {
                  assertThat(value).startsWith("/run/secrets/");
                }
              });
    }
    assertThat(SecretLooks.randomWords(withoutPorts("docker-compose.yml"))).isEmpty();
  }

  /** The number of a port is no part of the path behind it. */
  private static String withoutPorts(String file) {
    return ComposeFile.text(file).replaceAll(":\\d{4}/", ":/");
  }

  @Test
  void the_examples_tell_of_each_variable_and_of_nothing_secret() {
    Set<String> told = new TreeSet<>(ComposeFile.example().keySet());
    told.addAll(ComposeFile.settings(HA).keySet());
    told.addAll(ComposeFile.settings(AUTH).keySet());
    told.removeIf(name -> name.startsWith("COMPOSE_"));
    assertThat(told).isEqualTo(ComposeFile.variables());
    assertThat(told).noneMatch(SecretLooks::isConfidential);
  }

  @Test
  void what_is_unset_is_what_the_example_says() {
    Map<String, String> defaults = ComposeFile.defaults();
    ComposeFile.example()
        .forEach(
            (name, value) -> {
              if (defaults.containsKey(name) && !name.equals("BACKSTEP_SANDBOX_TENANTS")) {
                assertThat(defaults.get(name)).as(name).isEqualTo(value);
              }
            });
  }

  @Test
  void highly_available_it_has_three_brokers_that_know_each_other_and_two_of_each_service() {
    Map<String, String> ha = ComposeFile.settings(HA);
    Set<String> voters = Set.of(ha.get("KAFKA_VOTERS").split(","));
    Set<String> known =
        brokers().stream()
            .map(name -> COMPOSE.environment(name).get("KAFKA_NODE_ID") + "@" + name + ":9093")
            .collect(Collectors.toSet());
    assertThat(voters).isEqualTo(known).hasSize(3);
    assertThat(Set.of(ha.get("BACKSTEP_KAFKA").split(",")))
        .isEqualTo(brokers().stream().map(name -> name + ":9092").collect(Collectors.toSet()));
    assertThat(ha).containsEntry("KAFKA_REPLICAS", "3").containsEntry("COMPOSE_PROFILES", "ha");
    for (ServiceName service : ServiceName.values()) {
      String name = service.processName();
      assertThat(COMPOSE.environment(name + "-2")).isEqualTo(COMPOSE.environment(name));
      Map<String, Object> networks = ComposeFile.map(service(name + "-2").get("networks"));
      assertThat(ComposeFile.map(networks.get("front"))).containsEntry("aliases", List.of(name));
      assertThat(networks.keySet()).isEqualTo(networks(name));
    }
  }

  @Test
  void each_broker_has_a_volume_and_a_name_of_its_own() {
    for (String name : brokers()) {
      Set<?> volumes = Set.copyOf(ComposeFile.list(service(name).get("volumes")));
      assertThat(volumes.contains(name + "-data:/var/lib/kafka/data")).as(name).isTrue();
      assertThat(COMPOSE.environment(name))
          .containsEntry(
              "KAFKA_ADVERTISED_LISTENERS",
              "CLIENTS://" + name + ":9092,BROKER://" + name + ":9094");
    }
  }

  private static Set<String> mounted(Predicate<String> which) {
    return all().stream()
        .flatMap(name -> ComposeFile.list(service(name).get("volumes")).stream())
        .map(volume -> ((String) volume).replaceFirst(":.*", ""))
        .filter(which)
        .collect(Collectors.toSet());
  }

  private static Set<String> networks(String name) {
    Object networks = service(name).get("networks");
    return networks instanceof List<?> list
        ? list.stream().map(String.class::cast).collect(Collectors.toSet())
        : ComposeFile.map(networks).keySet();
  }

  private static Predicate<String> ofImage(String image) {
    return name -> ((String) service(name).get("image")).startsWith(image + ":");
  }

  private static long memory(String name) {
    String limit = (String) service(name).get("mem_limit");
    assertThat(limit).as(name).matches("\\d+m");
    return Long.parseLong(limit.replace("m", "")) << 20;
  }

  private static long heap(String options) {
    List<String> given =
        Pattern.compile("-Xmx(\\d+)m")
            .matcher(options)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(given).as(options).hasSize(1);
    return Long.parseLong(given.getFirst()) << 20;
  }

  private static String conditionThatHappens(String name) {
    return endsByItself(service(name)) ? "service_completed_successfully" : "service_healthy";
  }

  private static boolean endsByItself(Map<String, Object> service) {
    return "no".equals(service.get("restart"));
  }
}
