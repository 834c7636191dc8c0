package health.backstep.stack;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to start, where.
 *
 * @param services the services to start; PostgreSQL, Kafka, roles and topics are always there
 * @param repository where the packaged services are found
 * @param fresh whether to begin with empty data
 * @param detached whether the stack goes on when this JVM ends; otherwise it ends with it
 */
public record StackOptions(
    Path dataDir,
    Ports ports,
    Set<ServiceName> services,
    Path repository,
    boolean fresh,
    boolean detached) {

  public StackOptions {
    services = Set.copyOf(services);
  }

  /** Everything on the standard ports. */
  public static StackOptions everything(Path dataDir, Path repository) {
    return new StackOptions(
        dataDir, Ports.standard(), EnumSet.allOf(ServiceName.class), repository, false, false);
  }

  /** PostgreSQL and Kafka on free ports, for a service that runs inside the test. */
  public static StackOptions withoutServices(Path dataDir) {
    return new StackOptions(dataDir, Ports.free(), Set.of(), Path.of("."), false, false);
  }

  public StackOptions onPorts(Ports others) {
    return new StackOptions(dataDir, others, services, repository, fresh, detached);
  }

  public StackOptions beginningEmpty(boolean empty) {
    return new StackOptions(dataDir, ports, services, repository, empty, detached);
  }

  public StackOptions outlivingUs(boolean outliving) {
    return new StackOptions(dataDir, ports, services, repository, fresh, outliving);
  }
}
