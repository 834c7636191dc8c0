package health.backstep.stack.cli;

import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which services are meant; each keeps its own. */
final class ServicesOption {

  @Mixin private ServiceDatabaseOptions from;

  @Option(
      names = "--service",
      paramLabel = "profile|plan|session",
      description = "Only this service's (default: all three).")
  private ServiceName service;

  /** The databases, which the caller closes. */
  OpenDatabases open() {
    if (from.isOneDatabase() && service == null) {
      throw new StackFailure("--database-url needs --service: whose database is it?");
    }
    List<ServiceName> services = service == null ? List.of(ServiceName.values()) : List.of(service);
    List<ServiceDatabase> opened = new ArrayList<>();
    try {
      services.forEach(one -> opened.add(from.open(one)));
      return new OpenDatabases(List.copyOf(opened));
    } catch (StackFailure e) {
      opened.forEach(ServiceDatabase::close);
      throw e;
    }
  }
}
