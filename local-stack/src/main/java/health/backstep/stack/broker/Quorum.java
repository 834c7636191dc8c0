package health.backstep.stack.broker;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * The brokers of one Kafka cluster on this machine, each of them a controller, too. Three of them
 * keep every record three times and acknowledge it when two have it, so that one may be lost.
 *
 * @param clusterId on the disk of each node, which must name the same one
 */
public record Quorum(String clusterId, List<Node> nodes) {

  private static final int MOST_REPLICAS = 3;

  /** One broker; ids begin with 1. */
  public record Node(int id, int port, int controllerPort) {

    public String address() {
      return LocalPort.HOST + ":" + port;
    }
  }

  public Quorum {
    nodes = List.copyOf(nodes);
  }

  /** As many nodes as asked for, on free ports. */
  public static Quorum of(int nodes) {
    List<Integer> ports = LocalPort.free(2 * nodes);
    return new Quorum(
        Uuid.randomUuid().toString(),
        IntStream.range(0, nodes)
            .mapToObj(i -> new Node(i + 1, ports.get(2 * i), ports.get(2 * i + 1)))
            .toList());
  }

  static Quorum alone(Ports ports) {
    return new Quorum(
        Uuid.randomUuid().toString(), List.of(new Node(1, ports.kafka(), ports.kafkaController())));
  }

  public Node node(int id) {
    return nodes.get(id - 1);
  }

  /** How often each record is kept. */
  public short replicas() {
    return (short) Math.min(MOST_REPLICAS, nodes.size());
  }

  /** How many must have a record before it is acknowledged. */
  public int minInSync() {
    return Math.max(1, replicas() - 1);
  }

  /** All nodes, for a client. */
  public String bootstrapServers() {
    return nodes.stream().map(Node::address).collect(Collectors.joining(","));
  }

  String voters() {
    return nodes.stream()
        .map(node -> node.id() + "@" + LocalPort.HOST + ":" + node.controllerPort())
        .collect(Collectors.joining(","));
  }

  /** The contract's topics as such a cluster keeps them. */
  public List<TopicSpec> topics() {
    return Topics.fromContract().stream()
        .map(topic -> topic.onReplicas(replicas(), minInSync()))
        .toList();
  }
}
