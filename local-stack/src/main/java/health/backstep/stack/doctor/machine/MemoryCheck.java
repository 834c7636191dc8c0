package health.backstep.stack.doctor.machine;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Limits;
import health.backstep.stack.doctor.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether the machine has memory left.
 *
 * @param kernel the file in which the kernel tells
 * @param toStart bytes that what is not running yet will take
 */
public record MemoryCheck(Path kernel, long toStart, Limits limits) implements Check {

  /** Where Linux tells. */
  public static final Path KERNEL = Path.of("/proc/meminfo");

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");
  private static final String SHOW = "ps -eo rss,pid,args --sort -rss | head";

  @Override
  public Subject subject() {
    return new Subject("memory", "this machine", SHOW);
  }

  @Override
  public List<Finding> look() throws IOException {
    String told = Files.readString(kernel);
    long free =
        AVAILABLE
            .matcher(told)
            .results()
            .findFirst()
            .map(MemoryCheck::bytes)
            .orElseThrow(() -> new IOException(kernel + " does not say what is available"));
    return List.of(finding(free));
  }

  private Finding finding(long free) {
    String words = Amount.ofBytes(free) + " are free";
    if (free < limits.memory()) {
      return subject().wrong(words + ": the machine soon ends a process", makeRoom());
    }
    return free < toStart
        ? subject()
            .warning(
                "%s, and %s are needed to start".formatted(words, Amount.ofBytes(toStart)),
                makeRoom())
        : subject().ok(words);
  }

  private static String makeRoom() {
    return "end what is not needed; this shows what takes most: " + SHOW;
  }

  private static long bytes(MatchResult match) {
    return Long.parseLong(match.group(1)) * 1024;
  }
}
