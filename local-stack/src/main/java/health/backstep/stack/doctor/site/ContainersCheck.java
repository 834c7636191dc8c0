package health.backstep.stack.doctor.site;

import health.backstep.stack.compose.ContainerState;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the core's containers run and are well, and those that run once have ended well.
 *
 * @param there all of the project
 */
record ContainersCheck(List<ContainerState> there, Place place) implements Check {

  private static final List<String> RUNNING =
      List.of("gateway", "postgres", "kafka", "profile-service", "plan-service", "session-service");
  private static final List<String> ONCE = List.of("create-databases", "create-topics");

  @Override
  public Subject subject() {
    return new Subject("container", "docker-compose.yml", place.status());
  }

  @Override
  public List<Finding> look() {
    if (there.stream().noneMatch(ContainerState::running)) {
      return List.of(subject().wrong("nothing is running here", place.start()));
    }
    return Stream.concat(RUNNING.stream().map(this::running), ONCE.stream().flatMap(this::once))
        .toList();
  }

  private Finding running(String service) {
    Subject subject = new Subject("container", service, place.logs(service));
    Optional<ContainerState> found = of(service);
    if (found.isEmpty()) {
      return subject.wrong("is not there", place.start());
    }
    ContainerState container = found.get();
    if (!container.running()) {
      return ended(subject, container);
    }
    return switch (container.health()) {
      case "healthy", "" -> subject.ok("runs");
      case "starting" ->
          subject.warning("is starting", "look again in a minute; " + subject.more());
      default ->
          subject.wrong(
              "is " + container.health(),
              "%s; if it hangs: %s".formatted(subject.more(), place.restart(service)));
    };
  }

  private Finding ended(Subject subject, ContainerState container) {
    return container.outOfMemory()
        ? subject.wrong(
            "was ended for want of memory",
            "raise its mem_limit in docker-compose.yml, then " + place.start())
        : subject.wrong(
            "has ended with exit code " + container.exitCode(),
            "%s; its log says why it ended: %s".formatted(place.start(), subject.more()));
  }

  private Stream<Finding> once(String service) {
    return of(service).stream()
        .filter(container -> !container.running() && container.exitCode() != 0)
        .map(container -> ended(new Subject("container", service, place.logs(service)), container));
  }

  private Optional<ContainerState> of(String service) {
    return there.stream().filter(one -> one.service().equals(service)).findFirst();
  }
}
