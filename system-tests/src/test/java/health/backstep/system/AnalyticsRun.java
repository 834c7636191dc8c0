package health.backstep.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.backstep.analytics.Analytics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the example program and what it left in its folder, until the next run there.
 *
 * @param status its exit status
 * @param said what it printed, errors included
 */
record AnalyticsRun(int status, String said, Path folder) {

  static AnalyticsRun on(String bootstrapServers, Path folder) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, UTF_8);
    int status =
        Analytics.run(
            List.of("--bootstrap", bootstrapServers, "--out", folder.toString()), print, print);
    return new AnalyticsRun(status, said.toString(UTF_8), folder);
  }

  /** The lines of a file without its head. */
  List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sum of a column of the daily figures over a partner's days. */
  long total(String tenant, String column) {
    try {
      List<String> table = Files.readAllLines(folder.resolve("daily.csv"));
      int index = List.of(table.getFirst().split(",", -1)).indexOf(column);
      return table.stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[1].equals(tenant))
          .mapToLong(cells -> Long.parseLong(cells[index]))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
