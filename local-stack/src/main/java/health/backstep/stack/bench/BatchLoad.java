package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions in batches, as many batches at a time as a tenant may have under way. */
record BatchLoad(Platform platform, Training training, Tally tally) {

  /** Rows of a batch: what an app gathers in a few weeks without a network, for all its users. */
  static final int ROWS = 100;

  /** The setting {@code backstep.concurrency.long-calls-by-tenant} of the services. */
  static final int AT_ONCE = 4;

  private static final String PATH = "/v1/session-batches";
  private static final Pattern RECORDED = Pattern.compile("\"status\":201\\b");

  /** Rows accepted per second. What waited without a network waits once: no patient is in two. */
  double rowsPerSecond(Duration length) {
    List<Training> senders = training.dealtOutTo(AT_ONCE);
    return ClosedLoop.perSecond(
        AT_ONCE, length, (number, deadline) -> post(senders.get(number), deadline));
  }

  private long post(Training sender, long deadline) throws IOException {
    long accepted = 0;
    try (KeepAlive connection = platform.connect(SESSION)) {
      while (System.nanoTime() < deadline) {
        accepted += post(sender, connection);
      }
    }
    return accepted;
  }

  private long post(Training sender, KeepAlive connection) throws IOException {
    List<Workout> rows = Stream.generate(sender::next).limit(ROWS).toList();
    String key = "batch-" + rows.getFirst().key();
    KeepAlive.Response answer = connection.write("POST", PATH, key, body(rows));
    long accepted = answer.status() == 200 ? recorded(answer.body()) : 0;
    tally.sessionsAccepted(accepted);
    tally.failed(ROWS - accepted);
    return accepted;
  }

  static String body(List<Workout> rows) {
    return rows.stream()
        .map(
            row ->
                "{\"id\":\"%s\",\"patientId\":\"%s\",\"session\":%s}"
                    .formatted(UUID.randomUUID(), row.patient(), row.body()))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  static long recorded(String answer) {
    return RECORDED.matcher(answer).results().count();
  }
}
