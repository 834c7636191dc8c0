package health.backstep.stack.doctor.machine;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Place;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.RunningProcess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether each part of a local stack has its process.
 *
 * @param known those that were started and not taken down
 */
public record ProcessesCheck(Path data, List<RunningProcess> known, Place place) implements Check {

  @Override
  public Subject subject() {
    return new Subject("process", data.toString(), place.status());
  }

  @Override
  public List<Finding> look() {
    if (known.stream().noneMatch(RunningProcess::isAlive)) {
      return List.of(subject().wrong("nothing is running here", place.start()));
    }
    return parts().map(this::finding).toList();
  }

  private Finding finding(String part) {
    Subject subject = new Subject("process", part, place.logs(part));
    Optional<RunningProcess> process =
        known.stream().filter(one -> one.name().equals(part)).findFirst();
    if (process.isEmpty()) {
      return subject.wrong("was not started", place.restart(part));
    }
    return process.filter(RunningProcess::isAlive).isPresent()
        ? subject.ok("runs (pid %d)".formatted(process.get().pid()))
        : subject.wrong(
            "has ended; it had pid %d".formatted(process.get().pid()),
            "%s; its log says why it ended: %s".formatted(place.restart(part), place.logs(part)));
  }

  private static Stream<String> parts() {
    return Stream.concat(
        Stream.of(PostgresServer.NAME, KafkaBroker.NAME),
        Arrays.stream(ServiceName.values()).map(ServiceName::processName));
  }
}
