package health.backstep.stack;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.service.ServiceEnvironment;
import health.backstep.stack.service.ServiceHealth;
import health.backstep.stack.service.ServiceProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The services of a stack, each started, stopped and killed by its name. */
final class ServiceProcesses {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final StackOptions options;
  private final DataFolder data;
  private final Secrets secrets;
  private final ProcessTable table;
  private final Map<ServiceName, Child> running = new ConcurrentHashMap<>();

  ServiceProcesses(StackOptions options, DataFolder data, Secrets secrets, ProcessTable table) {
    this.options = options;
    this.data = data;
    this.secrets = secrets;
    this.table = table;
  }

  void start(ServiceName service) {
    start(service, ServiceProcess.launch(environment(service), options.repository(), data));
  }

  Child start(ServiceName service, Launch launch) {
    int port = options.ports().of(service);
    LocalPort.requireFree(port, service.processName());
    Child child = launch.start();
    running.put(service, child);
    table.put(RunningProcess.of(child, Part.SERVICE, port, ServiceProcess.url(port).toString()));
    child.awaitReady(START_LIMIT, () -> ServiceHealth.isReady(port));
    return child;
  }

  Child of(ServiceName service) {
    Child child = running.get(service);
    if (child == null) {
      throw new IllegalArgumentException(service.processName() + " was never started here");
    }
    return child;
  }

  Collection<Child> all() {
    return List.copyOf(running.values());
  }

  ServiceEnvironment environment(ServiceName service) {
    Ports ports = options.ports();
    return new ServiceEnvironment(service, ports, secrets);
  }
}
