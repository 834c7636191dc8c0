package health.backstep.stack.broker;

import health.backstep.stack.platform.Ports;
import java.nio.file.Path;

/** The server.properties of a broker that stands alone on a small machine. */
final class BrokerSettings {

  private static final String TEMPLATE =
      """
      # Written at each start.
      node.id=1
      process.roles=broker,controller
      controller.quorum.voters=1@127.0.0.1:{controller}
      listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
      advertised.listeners=PLAINTEXT://127.0.0.1:{port}
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs={log}
      auto.create.topics.enable=false
      group.initial.rebalance.delay.ms=0
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=12
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=3
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=3
      # The default would take half of the heap.
      log.cleaner.dedupe.buffer.size=8388608
      # After a crash the broker may come back when its last session has run out (default 9 s).
      broker.session.timeout.ms=5000
      broker.heartbeat.interval.ms=1000
      num.network.threads=2
      num.io.threads=4
      """;

  private BrokerSettings() {}

  static String of(Ports ports, Path log) {
    return TEMPLATE
        .replace("{port}", Integer.toString(ports.kafka()))
        .replace("{controller}", Integer.toString(ports.kafkaController()))
        .replace("{log}", log.toString());
  }
}
