package health.backstep.faults.compose;

import health.backstep.faults.cluster.Part;
import java.util.Locale;

/** A container of the Compose file that can be hurt. */
abstract class Container implements Part {

  private final String name;
  private final String id;
  private volatile String lastAddress = "";

  Container(String project, String service) {
    this.name = service;
    this.id = Docker.containerOf(project, service);
  }

  @Override
  public final String name() {
    return name;
  }

  /** Where this machine reaches it; another one after each start, and while it is down the last. */
  final String address() {
    String addresses =
        Docker.inspect(id, "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}");
    if (!addresses.isEmpty()) {
      lastAddress = addresses.split(" ", 2)[0];
    }
    return lastAddress;
  }

  @Override
  public final boolean isRunning() {
    return Docker.inspect(id, "{{.State.Running}}").equals("true");
  }

  @Override
  public void kill() {
    thaw();
    if (isRunning()) {
      Docker.run("kill", id);
    }
  }

  @Override
  public void stop() {
    thaw();
    Docker.run("stop", id);
  }

  @Override
  public void start() {
    if (!isRunning()) {
      Docker.run("start", id);
    }
  }

  @Override
  public final void freeze() {
    if (isRunning() && !isFrozen()) {
      Docker.run("pause", id);
    }
  }

  @Override
  public final void thaw() {
    if (isFrozen()) {
      Docker.run("unpause", id);
    }
  }

  @Override
  public final long residentBytes() {
    return isRunning() && !isFrozen() ? bytes(memory()) : 0;
  }

  /** Ends it at once with that signal, for {@link #stop} in another way than the image's own. */
  final void end(String signal) {
    thaw();
    Docker.run("kill", "--signal", signal, id);
    Docker.run("wait", id);
  }

  private boolean isFrozen() {
    return Docker.inspect(id, "{{.State.Paused}}").equals("true");
  }

  private String memory() {
    return Docker.run("stats", "--no-stream", "--format", "{{.MemUsage}}", id);
  }

  /** Of the engine's words, such as {@code 211.4MiB / 384MiB}. */
  static long bytes(String usage) {
    String used = usage.strip().split(" ", 2)[0];
    int unit = 0;
    while (unit < used.length() && !Character.isLetter(used.charAt(unit))) {
      unit++;
    }
    double number = Double.parseDouble(used.substring(0, unit));
    return switch (used.substring(unit).toLowerCase(Locale.ROOT)) {
      case "b" -> (long) number;
      case "kib" -> (long) (number * (1L << 10));
      case "mib" -> (long) (number * (1L << 20));
      case "gib" -> (long) (number * (1L << 30));
      default -> throw new IllegalArgumentException("no amount of memory: " + usage);
    };
  }
}
