package health.backstep.profile.edge;

import health.backstep.stack.process.Child;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server with all its processes, stopped in the middle of whatever it does, until closed. */
final class Frozen implements AutoCloseable {

  private final List<String> pids;

  private Frozen(List<String> pids) {
    this.pids = pids;
  }

  static Frozen freeze(Child server) {
    ProcessHandle process = ProcessHandle.of(server.identity().pid()).orElseThrow();
    Frozen frozen =
        new Frozen(
            Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Long.toString(each.pid()))
                .toList());
    frozen.signal("-STOP");
    return frozen;
  }

  @Override
  public void close() {
    signal("-CONT");
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.addAll(pids);
    try {
      new ProcessBuilder(command).inheritIO().start().onExit().join();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
