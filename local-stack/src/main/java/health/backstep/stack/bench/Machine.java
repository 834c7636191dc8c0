package health.backstep.stack.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What it was measured on.
 *
 * @param load processes that ran or waited in the minute before, on average
 */
public record Machine(int cores, String processor, double load) {

  private static final double QUIET_SHARE = 0.5;

  /** This machine, now. */
  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorName(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Others were at work, so the figures say less. */
  boolean isBusy() {
    return load > cores * QUIET_SHARE;
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
