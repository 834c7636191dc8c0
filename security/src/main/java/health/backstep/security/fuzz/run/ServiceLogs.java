package health.backstep.security.fuzz.run;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the services have logged since a moment: an error, or a stack trace, is a fault. */
final class ServiceLogs {

  private static final int MOST = 20;

  private final Path folder;
  private final Map<ServiceName, Long> begin = new EnumMap<>(ServiceName.class);

  private ServiceLogs(Path folder) {
    this.folder = folder;
  }

  static ServiceLogs fromNowOn(Path folder) {
    ServiceLogs logs = new ServiceLogs(folder);
    for (ServiceName service : ServiceName.values()) {
      logs.begin.put(service, (long) logs.read(service).length);
    }
    return logs;
  }

  /** The first lines that tell of an error. */
  List<String> errors() {
    return Arrays.stream(ServiceName.values())
        .flatMap(
            service ->
                since(service)
                    .lines()
                    .filter(ServiceLogs::tellsOfAnError)
                    .map(line -> service.processName() + ": " + line))
        .limit(MOST)
        .toList();
  }

  private static boolean tellsOfAnError(String line) {
    return line.contains(" ERROR ") || line.startsWith("\tat ");
  }

  private String since(ServiceName service) {
    byte[] all = read(service);
    int from = Math.toIntExact(begin.get(service));
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }

  private byte[] read(ServiceName service) {
    try {
      return Files.readAllBytes(DataFolder.at(folder).log(service.processName() + "-1"));
    } catch (IOException e) {
      throw new UncheckedIOException("a service's log cannot be read", e);
    }
  }
}
