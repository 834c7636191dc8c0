package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.platform.LocalPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program, where this machine has it. */
record Pgbench(Path program) {

  private static final String SUPERUSER = "postgres";
  private static final Pattern RATE =
      Pattern.compile("tps = ([0-9.]+) \\((?:without initial|excluding)");

  static Optional<Pgbench> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Pgbench::new);
  }

  /**
   * Transactions per second of one prepared statement over so many connections.
   *
   * @param values of the statement's variables
   * @throws IllegalStateException with what the program printed, when it fails
   */
  double perSecond(
      LocalStack stack,
      String database,
      String statement,
      Map<String, String> values,
      int connections,
      Duration length) {
    try {
      Path script = Files.createTempFile(stack.data().root(), "floor", ".sql");
      Files.writeString(script, statement);
      ProcessBuilder builder =
          new ProcessBuilder(command(stack, database, script, values, connections, length))
              .redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", stack.secrets().password(SUPERUSER));
      Process process = builder.start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.delete(script);
      return rate(printed);
    } catch (IOException e) {
      throw new IllegalStateException(program + " could not be run: " + e.getMessage(), e);
    }
  }

  private List<String> command(
      LocalStack stack,
      String database,
      Path script,
      Map<String, String> values,
      int connections,
      Duration length) {
    int threads = Math.min(connections, Runtime.getRuntime().availableProcessors());
    List<String> command = new ArrayList<>(List.of(program.toString(), "--no-vacuum"));
    command.addAll(List.of("--protocol=prepared", "--client=" + connections));
    command.addAll(List.of("--jobs=" + threads, "--time=" + seconds(length)));
    command.addAll(List.of("--host=" + LocalPort.HOST, "--port=" + stack.ports().postgres()));
    command.addAll(List.of("--username=" + SUPERUSER, "--file=" + script));
    values.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.add(database);
    return command;
  }

  /** It counts in whole seconds. */
  static long seconds(Duration length) {
    return Math.max(1, Math.round(length.toMillis() / 1000.0));
  }

  static double rate(String printed) {
    Matcher rate = RATE.matcher(printed);
    if (!rate.find()) {
      throw new IllegalStateException("pgbench told no rate: " + printed.strip());
    }
    return Double.parseDouble(rate.group(1));
  }
}
