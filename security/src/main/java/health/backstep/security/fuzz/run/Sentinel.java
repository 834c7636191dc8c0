package health.backstep.security.fuzz.run;

import health.backstep.faults.check.reading.Quiet;
import health.backstep.faults.cluster.Cluster;
import health.backstep.security.authz.run.Client;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Shows that the consumers go on: a patient whose events are taken in by those who read them. */
final class Sentinel {

  private static final long LIMIT = Duration.ofMinutes(2).toNanos();
  private static final int LOOK_MILLIS = 200;
  private static final String TAKEN =
      "select 1 from inbox_event where event_id = ? and outcome = any ('{APPLIED, IGNORED}')";

  private final Cluster cluster;
  private final Client client;
  private final Map<String, String> ids;

  Sentinel(Cluster cluster, Client client, Map<String, String> ids) {
    this.cluster = cluster;
    this.client = client;
    this.ids = ids;
  }

  /** What does not happen in time; empty when everything does. */
  Optional<String> missing() {
    return left()
        .or(() -> taken("completeAssessment", ServiceName.PLAN, ServiceName.SESSION))
        .or(() -> taken("recordSession", ServiceName.PLAN, ServiceName.PROFILE))
        .or(this::left);
  }

  /** Every consumer group gets to the end of its topics. */
  private Optional<String> left() {
    Quiet quiet = new Quiet(cluster);
    return inTime("the end of the topics does not come", () -> lag(quiet) == 0);
  }

  private Optional<String> taken(String operation, ServiceName... readers) {
    UUID event = UUID.fromString(client.done(operation, ids).path("eventId").asText());
    for (ServiceName reader : readers) {
      Optional<String> late =
          inTime(
              reader.processName() + " does not take in what comes of " + operation,
              () -> hasTaken(reader, event));
      if (late.isPresent()) {
        return late;
      }
    }
    return Optional.empty();
  }

  private boolean hasTaken(ServiceName reader, UUID event) {
    try (Connection database = cluster.connect(reader);
        PreparedStatement query = database.prepareStatement(TAKEN)) {
      query.setObject(1, event);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(reader.processName() + "'s database cannot be read", e);
    }
  }

  private static long lag(Quiet quiet) {
    try {
      return quiet.lag().values().stream().mapToLong(Long::longValue).sum();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Optional<String> inTime(String otherwise, BooleanSupplier come) {
    long begun = System.nanoTime();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() - begun > LIMIT) {
        return Optional.of(otherwise);
      }
      Pause.of(LOOK_MILLIS);
    }
    return Optional.empty();
  }
}
