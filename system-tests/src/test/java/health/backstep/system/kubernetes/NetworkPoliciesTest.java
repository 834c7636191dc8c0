package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.Network.Host;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may speak with whom: all that is needed, and nothing else. */
class NetworkPoliciesTest {

  private static final ComposeFile COMPOSE = ComposeFile.read();
  private static final Network NETWORK = Hosts.network();

  /** Those that somebody listens on, and one that nobody does. */
  private static final int[] PORTS = {
    22, 4318, 5432, 8000, 8079, 8080, 8081, 8082, 8083, 9090, 9091, 9093
  };

  private static final Host INTERNET = Host.outside("93.184.215.14");
  private static final List<Host> NEAR =
      List.of(
          Host.outside("10.1.2.3"),
          Host.outside("172.16.0.1"),
          Host.outside("192.168.1.1"),
          Host.outside("100.64.0.1"),
          Host.outside("127.0.0.1"),
          Host.outside("169.254.169.254"));

  @Test
  void these_connections_are_possible_and_no_others() {
    Set<String> possible = new TreeSet<>();
    List<Host> hosts = Hosts.all();
    for (Host from : hosts) {
      for (Host to : hosts) {
        for (int port : PORTS) {
          if ((from.isWithin() || to.isWithin()) && NETWORK.allows(from, to, port)) {
            possible.add(from.name() + " > " + to.name() + " " + port);
          }
        }
      }
    }
    assertThat(possible)
        .containsExactlyInAnyOrderElementsOf(
            """
            entrance > gateway 8080
            gateway > profile-service 8081
            gateway > plan-service 8082
            gateway > session-service 8083
            profile-service > plan-service 8082
            profile-service > session-service 8083
            watch > profile-service 8081
            watch > plan-service 8082
            watch > session-service 8083
            profile-service > watch 4318
            plan-service > watch 4318
            session-service > watch 4318
            profile-service > postgres 5432
            plan-service > postgres 5432
            session-service > postgres 5432
            grants > postgres 5432
            postgres > postgres 5432
            postgres > postgres 8000
            postgres-operator > postgres 5432
            postgres-operator > postgres 8000
            profile-service > kafka 9093
            plan-service > kafka 9093
            session-service > kafka 9093
            autoscaler > kafka 9093
            kafka > kafka 9090
            kafka > kafka 9091
            kafka-operators > kafka 9091
            """
                .lines()
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void what_is_on_one_network_in_compose_is_connected(ServiceName service) {
    Host here = Hosts.named(service.processName());
    int port = Ports.standard().of(service);
    Set<String> networks = networks(service.processName());
    assertThat(networks).containsExactlyInAnyOrder("front", "database", "broker", "watch");
    assertThat(networks("gateway")).contains("front");
    assertThat(NETWORK.allows(Hosts.named("gateway"), here, port)).isTrue();
    assertThat(networks("postgres")).contains("database");
    assertThat(NETWORK.allows(here, Hosts.named("postgres"), 5432)).isTrue();
    assertThat(networks("kafka")).contains("broker");
    assertThat(NETWORK.allows(here, Hosts.named("kafka"), 9093)).isTrue();
    assertThat(networks("prometheus")).contains("watch");
    assertThat(NETWORK.allows(Hosts.named("watch"), here, port)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void it_reaches_the_services_that_it_is_told_of(ServiceName service) {
    ServiceWorkload here = new ServiceWorkload(service);
    for (Map.Entry<String, String> told : here.environment().entrySet()) {
      if (told.getValue().matches("http://[a-z]+-service:\\d+")) {
        URI other = URI.create(told.getValue());
        assertThat(
                NETWORK.allows(
                    Hosts.named(here.name()), Hosts.named(other.getHost()), other.getPort()))
            .as(told.toString())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_reaches_an_identity_provider_and_no_private_address(ServiceName service) {
    Host here = Hosts.named(service.processName());
    assertThat(NETWORK.allows(here, INTERNET, 443)).isTrue();
    assertThat(NEAR).noneMatch(near -> NETWORK.allows(here, near, 443));
  }

  @Test
  void webhooks_of_plan_service_reach_the_ports_that_it_takes_for_them() {
    Host plan = Hosts.named("plan-service");
    for (int port : new int[] {80, 443, 1024, 8443, 65_535}) {
      assertThat(NETWORK.allows(plan, INTERNET, port)).as("port %d", port).isTrue();
      assertThat(NEAR).noneMatch(near -> NETWORK.allows(plan, near, port));
    }
    for (int port : new int[] {22, 25, 1023}) {
      assertThat(NETWORK.allows(plan, INTERNET, port)).as("port %d", port).isFalse();
    }
  }

  @Test
  void nobody_else_gets_out() {
    for (String name : List.of("gateway", "grants", "stranger")) {
      assertThat(NETWORK.allows(Hosts.named(name), INTERNET, 443)).as(name).isFalse();
    }
    assertThat(NETWORK.allows(Hosts.named("session-service"), INTERNET, 8443)).isFalse();
  }

  @Test
  void nobody_gets_in_from_outside() {
    for (Host to : Hosts.all()) {
      for (int port : PORTS) {
        assertThat(to.isWithin() && NETWORK.allows(INTERNET, to, port))
            .as("%s %d", to.name(), port)
            .isFalse();
      }
    }
  }

  @Test
  void each_finds_out_who_bears_a_name() {
    Host names =
        Host.elsewhere("names", Map.of("kubernetes.io/metadata.name", "kube-system"), Map.of());
    assertThat(Hosts.all())
        .filteredOn(Host::isWithin)
        .allMatch(host -> NETWORK.allows(host, names, 53));
  }

  private static Set<String> networks(String service) {
    Object networks = COMPOSE.services().get(service).get("networks");
    Set<String> names = new TreeSet<>();
    if (networks instanceof List<?> list) {
      list.forEach(name -> names.add((String) name));
    } else {
      names.addAll(ComposeFile.map(networks).keySet());
    }
    return names;
  }
}
