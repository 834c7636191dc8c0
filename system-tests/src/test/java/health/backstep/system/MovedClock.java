package health.backstep.system;

import health.backstep.stack.process.Launch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process takes for the time: the machine's clock, or one that is ahead of it. Nobody else
 * on the machine is concerned. Under a moved clock PostgreSQL does not end what waits for too long,
 * because its alarm reads the clock in a wait, where libfaketime shows the right one.
 *
 * @param environment by which it is told
 */
record MovedClock(Map<String, String> environment) {

  static final MovedClock RIGHT = new MovedClock(Map.of());

  private static final Path FETCH = Path.of("libfaketime", "fetch").toAbsolutePath();

  /**
   * So many days ahead. How long something takes is measured as ever, and files are as old as they
   * are. Without the last setting every wait of a JVM ends at once, for it waits by the clock that
   * is not moved.
   *
   * @throws AssertionError when there is no libfaketime and none can be fetched
   */
  static MovedClock ahead(int days) throws IOException, InterruptedException {
    return new MovedClock(
        Map.of(
            "LD_PRELOAD",
            library(),
            "FAKETIME",
            "+" + days + "d",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "NO_FAKE_STAT",
            "1",
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0"));
  }

  /** The same process under this clock. */
  Launch on(Launch launch) {
    Map<String, String> told = new HashMap<>(launch.environment());
    told.putAll(environment);
    return new Launch(launch.name(), launch.command(), told, launch.directory(), launch.log());
  }

  private static String library() throws IOException, InterruptedException {
    Path told = Files.createTempFile("fetch-libfaketime", ".log");
    Process fetch = new ProcessBuilder(FETCH.toString()).redirectError(told.toFile()).start();
    String path = new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (fetch.waitFor() != 0) {
      throw new AssertionError(
          "The clock cannot be moved without libfaketime.\n" + Files.readString(told));
    }
    Files.delete(told);
    return path;
  }
}
