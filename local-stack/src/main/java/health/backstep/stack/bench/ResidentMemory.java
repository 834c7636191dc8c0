package health.backstep.stack.bench;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What a process occupies of the machine's memory, heap and all else. */
final class ResidentMemory {

  private static final String LINE = "VmRSS:";
  private static final double KILOBYTES_PER_MEGABYTE = 1024;

  private ResidentMemory() {}

  /** In megabytes. */
  static Map<ServiceName, Double> ofServices(Collection<RunningProcess> processes) {
    Map<ServiceName, Double> megabytes = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      processes.stream()
          .filter(process -> process.name().equals(service.processName()))
          .filter(RunningProcess::isAlive)
          .findFirst()
          .ifPresent(process -> megabytes.put(service, of(process.pid())));
    }
    return megabytes;
  }

  private static double of(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return megabytes(Files.readString(status));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + status, e);
    }
  }

  /** Of the kernel's lines about a process. */
  static double megabytes(String status) {
    String kilobytes =
        status
            .lines()
            .filter(line -> line.startsWith(LINE))
            .findFirst()
            .map(line -> line.substring(LINE.length()).replace("kB", "").strip())
            .orElseThrow(() -> new IllegalStateException("the kernel tells no resident memory"));
    return Long.parseLong(kilobytes) / KILOBYTES_PER_MEGABYTE;
  }
}
