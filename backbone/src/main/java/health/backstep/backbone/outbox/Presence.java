package health.backstep.backbone.outbox;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the service was there. Lifetimes count that time alone: after an absence nothing is past its
 * time that nobody could read, repeat or answer meanwhile.
 */
@ApplicationScoped
public class Presence {

  /** How often the database is told that the service is at work. */
  static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** Whoever stood still for longer may have been away himself. */
  private static final long STALE_NANOS = NOTED_EVERY.multipliedBy(2).toNanos();

  /** An absence that ends later than clocks can differ was noted by a clock that was wrong. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private static final Duration SILENT = Duration.ofSeconds(30);

  private static final String NOTE = "select note_presence()";
  private static final String ABSENCES =
      "select begun_at, ended_at from absence order by ended_at desc";

  /** What was read of the database, the latest absence first, and when. */
  private record Noted(List<Absence> absences, long at) {

    boolean isStale() {
      return System.nanoTime() - at > STALE_NANOS;
    }
  }

  private final RelayConfig config;
  private final Clock clock;
  private final AtomicReference<Optional<Noted>> noted = new AtomicReference<>(Optional.empty());

  Presence(RelayConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * How long ago a lifetime began that is over now: the lifetime, and the absences in it.
   *
   * @throws DatabaseFailure when it is not known how long the service was away
   */
  public Duration span(Duration lifetime) {
    Instant now = clock.instant();
    return Duration.between(beginning(now, lifetime, absences()), now);
  }

  /** Says that the service is at work. */
  void note() throws SQLException {
    try (Connection connection = Leadership.connect(config, "presence", SILENT)) {
      note(connection);
      noted.set(Optional.of(new Noted(read(connection), System.nanoTime())));
    }
  }

  /** The same with the role that looks after all tenants. */
  static void note(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.execute();
    }
  }

  /** When a lifetime began that is over now. */
  static Instant beginning(Instant now, Duration lifetime, List<Absence> latestFirst) {
    Instant beginning = now.minus(lifetime);
    for (Absence absence : latestFirst) {
      boolean isPast = absence.endedAt().isBefore(now.plus(CLOCKS_DIFFER));
      if (isPast && absence.endedAt().isAfter(beginning)) {
        beginning = beginning.minus(absence.length());
      }
    }
    return beginning;
  }

  private List<Absence> absences() {
    Optional<Noted> known = noted.get().filter(last -> !last.isStale());
    if (known.isPresent()) {
      return known.get().absences();
    }
    try {
      note();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
    return noted.get().orElseThrow().absences();
  }

  private static List<Absence> read(Connection connection) throws SQLException {
    List<Absence> absences = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(ABSENCES);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        absences.add(
            new Absence(
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant()));
      }
    }
    return absences;
  }
}
