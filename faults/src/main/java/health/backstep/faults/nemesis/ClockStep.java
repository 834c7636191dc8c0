package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The services' clocks jump and come back. The machine's own clock is left alone: a Java agent in
 * the services reads from a file by how many milliseconds their clock is wrong. The file's path is
 * the system property {@value #FILE} of the services that have the agent.
 */
final class ClockStep implements Fault {

  /** Path of the file with the error in milliseconds, as decimal digits with a sign. */
  static final String FILE = "backstep.faults.clock";

  private static final Duration LARGEST = Duration.ofMinutes(2);
  private static final Duration WRONG_FOR = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "clocks step";
  }

  @Override
  public Set<Area> areas() {
    return Set.of(Area.SERVICES);
  }

  @Override
  public String impossibleBecause(Cluster cluster) {
    return ClockAgent.fileOf(cluster).isEmpty() ? "no clock agent in the services" : "";
  }

  @Override
  public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
    Path file = ClockAgent.fileOf(cluster).orElseThrow();
    long largest = LARGEST.toMillis();
    try {
      write(file, random.nextLong(1, largest + 1));
      ground.hold(WRONG_FOR);
      write(file, -random.nextLong(1, largest + 1));
      ground.hold(WRONG_FOR);
    } finally {
      write(file, 0);
    }
  }

  /** In one step, so that no reader sees half a number. */
  private static void write(Path file, long milliseconds) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, Long.toString(milliseconds));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
