package health.backstep.stack.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The server.properties of a broker on a small machine, alone or one of several. */
final class BrokerSettings {

  private static final String TEMPLATE =
      """
      # Written at each start.
      node.id={id}
      process.roles=broker,controller
      controller.quorum.voters={voters}
      listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
      advertised.listeners=PLAINTEXT://127.0.0.1:{port}
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs={log}
      auto.create.topics.enable=false
      group.initial.rebalance.delay.ms=0
      # An acknowledged record survives the loss of a broker that kept it.
      default.replication.factor={replicas}
      min.insync.replicas={minInSync}
      unclean.leader.election.enable=false
      offsets.topic.replication.factor={replicas}
      offsets.topic.num.partitions=12
      transaction.state.log.replication.factor={replicas}
      transaction.state.log.min.isr={minInSync}
      transaction.state.log.num.partitions=3
      share.coordinator.state.topic.replication.factor={replicas}
      share.coordinator.state.topic.min.isr={minInSync}
      share.coordinator.state.topic.num.partitions=3
      # Writes wait for a broker that stands still until it is taken off the list (default 30 s).
      replica.lag.time.max.ms=10000
      leader.imbalance.check.interval.seconds=30
      # The default would take half of the heap.
      log.cleaner.dedupe.buffer.size=8388608
      # After a crash the broker may come back when its last session has run out (default 9 s).
      broker.session.timeout.ms=5000
      broker.heartbeat.interval.ms=1000
      num.network.threads=2
      num.io.threads=4
      """;

  private BrokerSettings() {}

  /** What the entrance says comes last, and counts. */
  static String of(Quorum quorum, int id, Path log, Entrance entrance) {
    Quorum.Node node = quorum.node(id);
    return TEMPLATE
        .replace("{id}", Integer.toString(id))
        .replace("{voters}", quorum.voters())
        .replace("{port}", Integer.toString(node.port()))
        .replace("{controller}", Integer.toString(node.controllerPort()))
        .replace("{replicas}", Integer.toString(quorum.replicas()))
        .replace("{minInSync}", Integer.toString(quorum.minInSync()))
        .replace("{log}", log.toString())
        .concat(lines(entrance.broker()));
  }

  private static String lines(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }
}
