package health.backstep.stack.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.service.ServiceHealth;
import java.util.Comparator;
import java.util.List;

/**
 * One process as people and scripts see it.
 *
 * @param pid null when it has ended
 */
@JsonPropertyOrder({"name", "pid", "url", "ready"})
record ProcessStatus(
    @JsonProperty String name,
    @JsonProperty Long pid,
    @JsonProperty String url,
    @JsonProperty boolean ready) {

  /** All that was started and not taken down; none when nothing of it lives. */
  static List<ProcessStatus> ofAll(DataOption data) {
    List<RunningProcess> known = data.processes().all();
    if (known.stream().noneMatch(RunningProcess::isAlive)) {
      return List.of();
    }
    Secrets secrets = Secrets.in(data.folder().root());
    return known.parallelStream()
        .sorted(Comparator.comparing(RunningProcess::part).reversed())
        .map(process -> of(process, secrets))
        .toList();
  }

  String word() {
    if (pid == null) {
      return "ended";
    }
    return ready ? "ready" : "not ready";
  }

  private static ProcessStatus of(RunningProcess process, Secrets secrets) {
    boolean alive = process.isAlive();
    return new ProcessStatus(
        process.name(),
        alive ? process.pid() : null,
        process.url(),
        alive && LocalPort.answers(process.port()) && isReady(process, secrets));
  }

  private static boolean isReady(RunningProcess process, Secrets secrets) {
    return switch (process.part()) {
      case SERVICE -> ServiceHealth.isReady(process.port());
      case BROKER -> KafkaBroker.answers(KafkaBroker.addressOf(process.port()));
      case DATABASE -> PostgresServer.answers(process.port(), secrets);
    };
  }
}
