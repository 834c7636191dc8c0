package health.backstep.system.compose;

import health.backstep.stack.broker.AdminSettings;
import health.backstep.stack.broker.Entrance;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.process.Jdk;
import health.backstep.stack.secret.ComposedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The broker of docker-compose.yml on this machine: with its settings, at addresses of a test, and
 * with what create-topics does to it.
 */
final class ComposedBroker implements AutoCloseable {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final String KAFKA = "KAFKA_";
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** What belongs to the machine, and Kafka's own variables for its JVM. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "KAFKA_NODE_ID",
          "KAFKA_PROCESS_ROLES",
          "KAFKA_LOG_DIRS",
          "KAFKA_CONTROLLER_QUORUM_VOTERS",
          "KAFKA_OPTS",
          "KAFKA_HEAP_OPTS",
          "KAFKA_JVM_PERFORMANCE_OPTS");

  private final KafkaBroker broker;
  private final Path secrets;

  private ComposedBroker(KafkaBroker broker, Path secrets) {
    this.broker = broker;
    this.secrets = secrets;
  }

  static ComposedBroker start(Path folder) {
    ComposedSecrets.makeIn(folder);
    Path secrets = folder.resolve("secrets");
    Ports ports = Ports.free();
    int own = LocalPort.free(1).getFirst();
    Map<String, String> settings = new TreeMap<>();
    COMPOSE
        .environment("kafka")
        .forEach(
            (name, value) -> {
              if (name.startsWith(KAFKA) && !OF_THE_MACHINE.contains(name)) {
                settings.put(property(name), here(value, ports, own));
              }
            });
    String jvm =
        COMPOSE.environment("kafka").get("KAFKA_OPTS").replace("/run/secrets/", secrets + "/");
    Map<String, String> operations = AdminSettings.given(told("create-topics", secrets));
    Entrance entrance = new Entrance(settings, List.of(jvm), operations);
    return new ComposedBroker(KafkaBroker.start(folder, ports, entrance), secrets);
  }

  String address() {
    return broker.bootstrapServers();
  }

  /** How a container gets in: Kafka's settings of its client. */
  Map<String, Object> clientOf(String container) {
    Map<String, Object> client = new HashMap<>(AdminSettings.given(told(container, secrets)));
    client.put("bootstrap.servers", address());
    return client;
  }

  /** Does what create-topics does; the words stand behind its own ones. */
  int createTopics(String... words) throws IOException, InterruptedException {
    List<String> entryPoint = entryPoint();
    List<String> command =
        new ArrayList<>(List.of(Jdk.java(), "-cp", System.getProperty("java.class.path")));
    command.addAll(
        entryPoint.subList(entryPoint.indexOf(Backstep.class.getName()), entryPoint.size()));
    for (Object word : ComposeFile.list(COMPOSE.services().get("create-topics").get("command"))) {
      command.add(
          ((String) word)
              .replace("kafka:9092", address())
              .replace("/run/secrets", seenBy("create-topics").toString()));
    }
    command.addAll(List.of(words));
    ProcessBuilder container = new ProcessBuilder(command).redirectErrorStream(true);
    container.environment().putAll(COMPOSE.environment("create-topics"));
    return container.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  @Override
  public void close() {
    broker.close();
  }

  /** The password of one of Kafka's users. */
  String password(String user) throws IOException {
    return Files.readString(secrets.resolve("kafka-" + user + "-password"));
  }

  /** A container's folder of secrets, in which each file has the name that it has in there. */
  private Path seenBy(String container) throws IOException {
    Path seen = Files.createTempDirectory(secrets, container);
    for (Map.Entry<String, String> secret : COMPOSE.secrets(container).entrySet()) {
      Files.copy(secrets.resolve(secret.getValue()), seen.resolve(secret.getKey()));
    }
    return seen;
  }

  /** A container's environment, and its secrets by the names of their files. */
  private static Map<String, String> told(String container, Path secrets) {
    Map<String, String> told = COMPOSE.environment(container);
    COMPOSE
        .secrets(container)
        .forEach((name, secret) -> told.put(name, ComposeFile.read(secrets.resolve(secret))));
    return told;
  }

  /** As Kafka's image reads its variables. */
  private static String property(String variable) {
    return variable
        .substring(KAFKA.length())
        .toLowerCase(Locale.ROOT)
        .replace("___", "-")
        .replace("__", "\0")
        .replace('_', '.')
        .replace('\0', '_');
  }

  private static String here(String value, Ports ports, int own) {
    return value
        .replaceAll("//(kafka)?:9092", "//127.0.0.1:" + ports.kafka())
        .replaceAll("//(kafka)?:9094", "//127.0.0.1:" + own)
        .replaceAll("//(kafka)?:9093", "//127.0.0.1:" + ports.kafkaController());
  }

  private static List<String> entryPoint() {
    String stage = ComposeFile.text("deploy/Dockerfile").replaceFirst("(?s).* AS topics\\n", "");
    String line = stage.lines().filter(l -> l.startsWith("ENTRYPOINT")).findFirst().orElseThrow();
    return QUOTED.matcher(line).results().map((MatchResult word) -> word.group(1)).toList();
  }
}
