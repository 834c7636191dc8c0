package health.backstep.stack.doctor.machine;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the services run the code that is packaged: one that was started before it does not, and
 * two that were started at different times may not be of the same version.
 *
 * @param services that run
 */
public record RunningCodeCheck(List<RunningProcess> services, Path repository, Place place)
    implements Check {

  @Override
  public Subject subject() {
    return new Subject("versions", "services", place.status());
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> older = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      if (isOlder(service)) {
        older.add(
            new Subject("versions", service.processName(), subject().more())
                .warning(
                    "was started before the code that is packaged now",
                    place.restart(service.processName())));
      }
    }
    return older.isEmpty() ? List.of(subject().ok("run the code that is packaged")) : older;
  }

  private boolean isOlder(ServiceName service) throws IOException {
    Path jar = ServiceProcess.packaged(service, repository).resolve("quarkus-run.jar");
    Optional<Instant> started = started(service);
    return started.isPresent()
        && Files.exists(jar)
        && Files.getLastModifiedTime(jar).toInstant().isAfter(started.get());
  }

  private Optional<Instant> started(ServiceName service) {
    return services.stream()
        .filter(process -> process.name().equals(service.processName()))
        .findFirst()
        .flatMap(process -> ProcessHandle.of(process.pid()))
        .flatMap(process -> process.info().startInstant());
  }
}
