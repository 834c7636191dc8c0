package health.backstep.faults.planted;

import health.backstep.faults.FaultRun;
import health.backstep.faults.RunOptions;
import health.backstep.faults.Watch;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.nemesis.Fault;
import health.backstep.planted.PlantedBug;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bug in a service, and the harm that brings it to light.
 *
 * @param bug what is planted
 * @param into the service that has it
 * @param layout what it runs on
 * @param faults the harm; none for a bug that shows without any
 */
record Trial(PlantedBug bug, ServiceName into, Layout layout, List<Fault> faults) {

  private static final List<String> NOT_ABOUT_EVENTS = List.of("I11", "I12");
  private static final long SEED = 7;
  private static final Duration CALM = Duration.ofSeconds(4);
  private static final Duration REST_WITHIN = Duration.ofSeconds(25);
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path AGENT =
      REPOSITORY.resolve("faults/planted/target/planted-bugs-1.0.0-SNAPSHOT.jar");

  Trial {
    faults = List.copyOf(faults);
  }

  /** What the checker found broken; nothing when the bug got away. */
  List<Finding> run() throws InterruptedException {
    Path data = Path.of("target", "planted", bug.argument()).toAbsolutePath();
    Layout buggy = layout.withJvmArgument(into, "-javaagent:" + AGENT + "=" + bug.argument());
    try (LocalCluster cluster = LocalCluster.start(data, REPOSITORY, buggy, Progress.silent())) {
      prepare(cluster);
      RunOptions options =
          RunOptions.once(SEED, faults).expecting(Trial::isTelling, CALM, REST_WITHIN);
      List<Finding> broken = FaultRun.on(cluster, options, Watch.silent()).broken();
      requirePlanted(data);
      return broken;
    }
  }

  /** A bug that only shows as trouble with memory or answers was not found for what it is. */
  static boolean isTelling(Finding broken) {
    return !NOT_ABOUT_EVENTS.contains(broken.invariant());
  }

  private void prepare(LocalCluster cluster) {
    if (bug != PlantedBug.NO_UNIQUE_CAUSE) {
      return;
    }
    try (Connection database = cluster.connect(ServiceName.PLAN);
        Statement change = database.createStatement()) {
      change.execute(PlantedBug.WITHOUT_UNIQUE_CAUSE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bug that is not there cannot be caught. */
  private void requirePlanted(Path data) {
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      boolean planted = logs.anyMatch(log -> read(log).contains("PLANTED " + bug.argument() + ":"));
      if (!planted) {
        throw new IllegalStateException(bug.argument() + " was not planted");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
