package health.backstep.stack.cli;

import health.backstep.stack.broker.AccessGrant;
import health.backstep.stack.broker.AccessList;
import health.backstep.stack.broker.AdminSettings;
import health.backstep.stack.broker.Rights;
import health.backstep.stack.broker.TopicCreation;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.service.ServiceProcess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For brokers that the stack does not start itself, such as the one of docker-compose.yml. It gets
 * in by the environment's {@code BACKSTEP_KAFKA_CLIENT_*}, as the services do.
 */
@Command(
    name = "topics",
    hidden = true,
    description = "Creates the topics of the contract that a broker lacks.")
final class TopicsCommand implements Callable<Integer> {

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The broker.")
  private String bootstrap;

  @Option(
      names = "--users",
      description =
          "Gives each user its password (KAFKA_PLAN_PASSWORD and so on, from the environment) and"
              + " just the rights that it needs.")
  private boolean users;

  @Option(
      names = "--let-replay",
      paramLabel = "SERVICE",
      description =
          "With --users: lets a service put dead letters back on the topics that they came from,"
              + " until --users is run without this.")
  private List<String> replaying = List.of();

  @Option(
      names = "--secrets",
      paramLabel = "DIR",
      description = "Where a variable that the environment lacks is a file of its name.")
  private Path secrets;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description =
          "On how many brokers each record is kept, all but one of which acknowledge it (default: as"
              + " the contract says).")
  private Integer replicas;

  @Override
  public Integer call() {
    Map<String, String> given = given();
    Map<String, String> client = AdminSettings.given(given);
    new TopicCreation(bootstrap, client).create(topics());
    Topics.fromContract().stream().map(TopicSpec::name).forEach(System.out::println);
    if (users) {
      List<Rights> rights = AccessList.fromContract().stream().map(this::now).toList();
      new AccessGrant(bootstrap, client).give(rights, passwords(rights, given));
      rights.stream().map(Rights::user).forEach(System.out::println);
    }
    return 0;
  }

  private Rights now(Rights user) {
    return Arrays.stream(ServiceName.values())
            .filter(service -> service.processName().equals(user.user()))
            .anyMatch(this::isReplaying)
        ? user.withReplays()
        : user;
  }

  private boolean isReplaying(ServiceName service) {
    return replaying.stream().anyMatch(word -> ServiceProcess.isNamed(service, word));
  }

  private List<TopicSpec> topics() {
    List<TopicSpec> topics = Topics.fromContract();
    if (replicas == null) {
      return topics;
    }
    if (replicas < 1 || replicas > Short.MAX_VALUE) {
      throw new StackFailure("--replicas is 1 or more, not " + replicas + ".");
    }
    int inSync = Math.max(1, replicas - 1);
    return topics.stream().map(topic -> topic.onReplicas(replicas.shortValue(), inSync)).toList();
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    if (secrets != null) {
      given.putAll(SecretVariables.in(secrets));
    }
    given.putAll(System.getenv());
    return given;
  }

  private static Map<String, String> passwords(List<Rights> rights, Map<String, String> given) {
    return rights.stream()
        .map(Rights::user)
        .collect(Collectors.toMap(user -> user, user -> given.getOrDefault(variable(user), "")));
  }

  private static String variable(String user) {
    return "KAFKA_" + user.replace("-service", "").toUpperCase(Locale.ROOT) + "_PASSWORD";
  }
}
