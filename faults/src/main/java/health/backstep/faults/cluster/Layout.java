package health.backstep.faults.cluster;

import health.backstep.stack.platform.ServiceName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cluster consists of.
 *
 * @param brokers 3, or 1 for a quick test
 * @param instances how many of each service
 * @param jvmArguments more of them for each service, such as {@code -javaagent:...}
 * @param environment more of it for each service
 */
public record Layout(
    int brokers,
    Map<ServiceName, Integer> instances,
    Map<ServiceName, List<String>> jvmArguments,
    Map<ServiceName, Map<String, String>> environment) {

  public Layout {
    if (brokers < 1) {
      throw new IllegalArgumentException("a cluster needs a broker, not " + brokers);
    }
    instances = Map.copyOf(instances);
    jvmArguments = Map.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
  }

  /** Three brokers, two instances of plan-service and one of each other service. */
  public static Layout standard() {
    return new Layout(3, Map.of(ServiceName.PLAN, 2), Map.of(), Map.of());
  }

  public Layout withBrokers(int count) {
    return new Layout(count, instances, jvmArguments, environment);
  }

  /** With so many instances of the service; none is possible. */
  public Layout withInstances(ServiceName service, int count) {
    return new Layout(brokers, put(instances, service, count), jvmArguments, environment);
  }

  /** With the argument for the JVM of each instance of the service, after those given before. */
  public Layout withJvmArgument(ServiceName service, String argument) {
    List<String> all = new ArrayList<>(jvmArgumentsOf(service));
    all.add(argument);
    return new Layout(
        brokers, instances, put(jvmArguments, service, List.copyOf(all)), environment);
  }

  /** With the variable for each instance of the service. */
  public Layout withVariable(ServiceName service, String name, String value) {
    Map<String, String> all = new HashMap<>(environmentOf(service));
    all.put(name, value);
    return new Layout(brokers, instances, jvmArguments, put(environment, service, Map.copyOf(all)));
  }

  public int instancesOf(ServiceName service) {
    return instances.getOrDefault(service, 1);
  }

  public List<String> jvmArgumentsOf(ServiceName service) {
    return jvmArguments.getOrDefault(service, List.of());
  }

  /** Whose JVMs can use an ahead-of-time cache: agents and the like keep the others from it. */
  List<ServiceName> servicesWithCache() {
    return Stream.of(ServiceName.values())
        .filter(service -> instancesOf(service) > 0 && jvmArgumentsOf(service).isEmpty())
        .toList();
  }

  public Map<String, String> environmentOf(ServiceName service) {
    return environment.getOrDefault(service, Map.of());
  }

  private static <T> Map<ServiceName, T> put(Map<ServiceName, T> all, ServiceName service, T one) {
    Map<ServiceName, T> changed = new EnumMap<>(ServiceName.class);
    changed.putAll(all);
    changed.put(service, one);
    return changed;
  }
}
