package health.backstep.system.kubernetes;

import health.backstep.system.kubernetes.Network.Host;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is on the network, ours and others, and what stands between them. */
final class Hosts {

  private static final String NAMESPACE = "kubernetes.io/metadata.name";
  private static final Map<String, String> BROKER =
      Map.of("strimzi.io/cluster", "backstep", "strimzi.io/name", "backstep-kafka");
  private static final Map<String, String> KAFKA_OPERATORS =
      Map.of("strimzi.io/cluster", "backstep", "strimzi.io/name", "backstep-entity-operator");

  /** Ports of brokers among themselves, and who comes to them there by Strimzi's own policy. */
  private static final int CONTROL = 9090;

  private static final int REPLICATION = 9091;

  private Hosts() {}

  static List<Host> all() {
    List<Host> all = new ArrayList<>();
    Workload.all().forEach(each -> all.add(Host.pod(each.name(), each.labels())));
    all.add(Host.pod("kafka", BROKER));
    all.add(Host.pod("kafka-operators", KAFKA_OPERATORS));
    all.add(Host.pod("postgres", Map.of("cnpg.io/cluster", "postgres")));
    all.add(Host.pod("stranger", Map.of("app", "stranger")));
    all.add(Host.elsewhere("entrance", Map.of("backstep.health/calls-gateway", "true"), Map.of()));
    all.add(Host.elsewhere("watch", Map.of("backstep.health/watches", "true"), Map.of()));
    all.add(
        Host.elsewhere("autoscaler", Map.of(NAMESPACE, "keda"), Map.of("app", "keda-operator")));
    all.add(
        Host.elsewhere(
            "postgres-operator",
            Map.of(NAMESPACE, "cnpg-system"),
            Map.of("app.kubernetes.io/name", "cloudnative-pg")));
    all.add(Host.elsewhere("neighbour", Map.of(NAMESPACE, "neighbour"), Map.of()));
    return all;
  }

  static Host named(String name) {
    return all().stream().filter(host -> host.name().equals(name)).findFirst().orElseThrow();
  }

  static Network network() {
    List<NetworkPolicy> policies = new ArrayList<>(Manifests.of(NetworkPolicy.class));
    policies.add(ofStrimzi());
    return new Network(policies);
  }

  /** The policy that Strimzi makes for brokers, out of the peers of their listeners. */
  private static NetworkPolicy ofStrimzi() {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    rules.add(rule(List.of(peer(BROKER)), CONTROL));
    rules.add(rule(List.of(peer(BROKER), peer(KAFKA_OPERATORS)), REPLICATION));
    for (GenericKafkaListener listener :
        Manifests.of(Kafka.class).getFirst().getSpec().getKafka().getListeners()) {
      rules.add(rule(listener.getNetworkPolicyPeers(), listener.getPort()));
    }
    NetworkPolicySpec spec = new NetworkPolicySpec();
    spec.setPodSelector(new LabelSelector(List.of(), BROKER));
    spec.setIngress(rules);
    spec.setPolicyTypes(List.of("Ingress"));
    NetworkPolicy policy = new NetworkPolicy();
    policy.setSpec(spec);
    return policy;
  }

  private static NetworkPolicyIngressRule rule(List<NetworkPolicyPeer> peers, int port) {
    NetworkPolicyPort allowed = new NetworkPolicyPort(null, new IntOrString(port), "TCP");
    return new NetworkPolicyIngressRule(peers, List.of(allowed));
  }

  private static NetworkPolicyPeer peer(Map<String, String> labels) {
    return new NetworkPolicyPeer(null, null, new LabelSelector(List.of(), labels));
  }
}
