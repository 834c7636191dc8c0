package health.backstep.stack.doctor.machine;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.PortHolder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether each port is free for the part that needs it, or that part's own.
 *
 * @param elsewhere the command that moves what needs them to other ports
 */
public record PortsCheck(List<Need> needs, String elsewhere) implements Check {

  /**
   * A port that a part listens on when it runs.
   *
   * @param owner the pid of the part; empty while it does not run
   */
  public record Need(String part, int port, OptionalLong owner) {}

  @Override
  public Subject subject() {
    return new Subject("ports", "this machine", "ss -ltnp");
  }

  @Override
  public List<Finding> look() {
    List<Finding> taken = needs.stream().flatMap(need -> taken(need).stream()).toList();
    return taken.isEmpty() ? List.of(subject().ok(numbers() + " are free, or our own")) : taken;
  }

  private Optional<Finding> taken(Need need) {
    if (need.owner().isEmpty() && LocalPort.isFree(need.port())) {
      return Optional.empty();
    }
    Optional<PortHolder> holder = PortHolder.of(need.port());
    if (need.owner().isPresent()
        && holder.map(one -> belongs(one.pid(), need.owner().getAsLong())).orElse(true)) {
      return Optional.empty();
    }
    return Optional.of(
        new Subject("ports", need.part(), subject().more())
            .wrong(
                "port %d is taken by %s, and %s needs it"
                    .formatted(
                        need.port(),
                        holder.map(PortHolder::toString).orElse("another program"),
                        need.part()),
                holder.map(one -> "kill " + one.pid() + ", or ").orElse("stop that program, or ")
                    + elsewhere));
  }

  /** Also of a process that it has started. */
  private static boolean belongs(long pid, long owner) {
    return Stream.iterate(
            ProcessHandle.of(pid), Optional::isPresent, one -> one.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .anyMatch(one -> one.pid() == owner);
  }

  private String numbers() {
    return needs.stream()
        .map(need -> Integer.toString(need.port()))
        .collect(Collectors.joining(", "));
  }
}
