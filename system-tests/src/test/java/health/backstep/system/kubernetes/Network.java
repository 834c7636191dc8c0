package health.backstep.system.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may open a TCP connection to whom by the policies, decided as Kubernetes decides it. */
record Network(List<NetworkPolicy> policies) {

  /**
   * Somebody on it.
   *
   * @param namespace the labels of the pod's namespace; empty for the policies' own one
   * @param address of somebody outside of the cluster; empty for a pod
   */
  record Host(
      String name, Map<String, String> labels, Map<String, String> namespace, String address) {

    static Host pod(String name, Map<String, String> labels) {
      return new Host(name, labels, Map.of(), "");
    }

    static Host elsewhere(String name, Map<String, String> namespace, Map<String, String> labels) {
      return new Host(name, labels, namespace, "");
    }

    static Host outside(String address) {
      return new Host(address, Map.of(), Map.of(), address);
    }

    private boolean isPod() {
      return address.isEmpty();
    }

    /** Whether the policies are for it. */
    boolean isWithin() {
      return isPod() && namespace.isEmpty();
    }
  }

  private enum Direction {
    INGRESS("Ingress"),
    EGRESS("Egress");

    private final String type;

    Direction(String type) {
      this.type = type;
    }
  }

  /** What one rule lets through. */
  private record Rule(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {

    boolean allows(Host other, int port) {
      return (peers.isEmpty() || peers.stream().anyMatch(peer -> means(peer, other)))
          && (ports.isEmpty() || ports.stream().anyMatch(each -> holds(each, port)));
    }
  }

  boolean allows(Host from, Host to, int port) {
    return passes(from, to, port, Direction.EGRESS) && passes(to, from, port, Direction.INGRESS);
  }

  /** Whom no policy is for in a direction may do all in it; otherwise one rule has to fit. */
  private boolean passes(Host host, Host other, int port, Direction direction) {
    List<NetworkPolicySpec> mine =
        policies.stream()
            .map(NetworkPolicy::getSpec)
            .filter(spec -> host.isWithin() && fits(spec.getPodSelector(), host.labels()))
            .filter(spec -> spec.getPolicyTypes().contains(direction.type))
            .toList();
    return mine.isEmpty()
        || mine.stream()
            .flatMap(spec -> rules(spec, direction).stream())
            .anyMatch(rule -> rule.allows(other, port));
  }

  private static List<Rule> rules(NetworkPolicySpec spec, Direction direction) {
    List<Rule> rules = new ArrayList<>();
    if (direction == Direction.INGRESS) {
      spec.getIngress().forEach(rule -> rules.add(new Rule(rule.getFrom(), rule.getPorts())));
    } else {
      spec.getEgress().forEach(rule -> rules.add(new Rule(rule.getTo(), rule.getPorts())));
    }
    return rules;
  }

  private static boolean means(NetworkPolicyPeer peer, Host host) {
    if (peer.getIpBlock() != null) {
      return !host.isPod() && holds(peer.getIpBlock(), host.address());
    }
    boolean namespace =
        peer.getNamespaceSelector() == null
            ? host.namespace().isEmpty()
            : !host.namespace().isEmpty() && fits(peer.getNamespaceSelector(), host.namespace());
    return host.isPod()
        && namespace
        && (peer.getPodSelector() == null || fits(peer.getPodSelector(), host.labels()));
  }

  private static boolean fits(LabelSelector selector, Map<String, String> labels) {
    if (!selector.getMatchExpressions().isEmpty()) {
      throw new IllegalStateException("Expressions are not read here: " + selector);
    }
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
  }

  private static boolean holds(NetworkPolicyPort allowed, int port) {
    if (!"TCP".equals(allowed.getProtocol())) {
      return false;
    }
    IntOrString first = allowed.getPort();
    int last = allowed.getEndPort() == null ? first.getIntVal() : allowed.getEndPort();
    return first.getIntVal() <= port && port <= last;
  }

  private static boolean holds(IPBlock block, String address) {
    return within(block.getCidr(), address)
        && block.getExcept().stream().noneMatch(except -> within(except, address));
  }

  private static boolean within(String range, String address) {
    List<String> parts = List.of(range.split("/", 2));
    byte[] network = InetAddress.ofLiteral(parts.getFirst()).getAddress();
    byte[] given = InetAddress.ofLiteral(address).getAddress();
    int free = network.length * Byte.SIZE - Integer.parseInt(parts.getLast());
    return network.length == given.length
        && new BigInteger(1, network)
            .shiftRight(free)
            .equals(new BigInteger(1, given).shiftRight(free));
  }
}
