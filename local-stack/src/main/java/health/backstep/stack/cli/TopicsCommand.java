package health.backstep.stack.cli;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** For brokers that the stack does not start itself, such as the one of docker-compose.yml. */
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

  @Override
  public Integer call() {
    Topics.createAll(bootstrap);
    Topics.fromContract().stream().map(TopicSpec::name).forEach(System.out::println);
    return 0;
  }
}
