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
 * the services reads from a file by how many milliseconds their clock is wrong. The run tells the
 * file's path by the system property {@value #FILE}; without it there is no agent to read it.
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
    return System.getProperty(FILE) == null ? "no clock agent in the services" : "";
  }

  @Override
  public void strike(Cluster cluster, RandomGenerator random, Ground ground) throws Exception {
    Path file = Path.of(System.getProperty(FILE));
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
