package health.backstep.stack.seed;

import static health.backstep.stack.platform.ServiceName.PROFILE;

import health.backstep.stack.SideBySide;
import health.backstep.stack.backup.Meter;
import health.backstep.stack.demo.Api;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills the three databases with patients, as if their events had flowed. What is noted of a copy
 * agrees everywhere: sequences, streams, history, plans and what session-service knows of them. Its
 * events count as sent, and are on no topic; {@code ./backstep rebuild} sends them.
 */
public final class Seeding implements AutoCloseable {

  private static final int RUNS = 1 << 16;

  private static final String SAMPLE =
      """
      select %s::uuid, c.life from seed.patient s join seed.copy c on c.life = s."seed life"
      where c.number between ? and ? order by hashint4(c.number), c.number limit ?
      """
          .formatted(Ids.ofCopy("s.id", "c.middle"));

  private final SeedConnections connections;
  private final List<Copying> parts = new ArrayList<>();
  private final int lives;
  private int copies;
  private int newestFrom = 1;

  private Seeding(SeedConnections connections, int lives) {
    this.connections = connections;
    this.lives = lives;
  }

  /**
   * Records the lives that are copied afterwards; they are patients of the API's tenant.
   *
   * @param most patients that will be asked for
   * @throws StackFailure when a database refuses or the events do not come through
   */
  public static Seeding prepare(
      Api api, SeedDatabases databases, int most, int weeks, Meter meter) {
    List<UUID> lives = new Lives(api, weeks).record(Math.min(most, Life.DIFFERENT), meter);
    try {
      Seeding seeding = new Seeding(SeedConnections.open(databases), lives.size());
      new Settled(seeding.connections, lives).await();
      seeding.stage(lives, most - lives.size(), weeks);
      return seeding;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Adds patients until there are so many; returns when all tables are ready for queries. */
  public void growTo(int patients, Meter meter) {
    int wanted = patients - lives;
    if (wanted <= copies) {
      return;
    }
    newestFrom = copies + 1;
    meter.begin("patients", wanted - copies);
    AtomicLong done = new AtomicLong();
    SideBySide.run(
        parts.stream().map(part -> copy(part, newestFrom, wanted, done, meter)).toList());
    copies = wanted;
  }

  /** Some of the copies that were added last, from all over them; none twice. */
  public List<SeededPatient> sample(int most) {
    try (PreparedStatement query = connections.of(PROFILE).prepareStatement(SAMPLE)) {
      query.setInt(1, newestFrom);
      query.setInt(2, copies);
      query.setInt(3, most);
      List<SeededPatient> patients = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          patients.add(new SeededPatient(row.getObject(1, UUID.class), row.getInt(2)));
        }
      }
      return patients;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Takes away what was put aside; the patients stay. */
  @Override
  public void close() {
    try (SeedConnections closing = connections) {
      for (Connection connection : closing.each().values()) {
        new Staging(connection).remove();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void stage(List<UUID> patients, int most, int weeks) throws SQLException {
    int run = ThreadLocalRandom.current().nextInt(RUNS);
    for (ServiceName service : ServiceName.values()) {
      Connection connection = connections.of(service);
      List<SeededTable> tables = SeededTables.of(connection);
      new Staging(connection).fill(tables, patients, most, run, weeks);
      parts.add(new Copying(connection, tables));
    }
  }

  /** Each service's part is a third of the work. */
  private static Runnable copy(Copying part, int from, int to, AtomicLong done, Meter meter) {
    int services = ServiceName.values().length;
    return () -> {
      try {
        part.copy(
            from,
            to,
            more -> {
              synchronized (meter) {
                meter.reach(done.addAndGet(more) / services);
              }
            });
        part.vacuum();
      } catch (SQLException e) {
        throw failed(e);
      }
    };
  }

  private static StackFailure failed(SQLException e) {
    return new StackFailure(
        "The database refused while patients were made (SQLSTATE %s): %s. Begin anew with empty data."
            .formatted(e.getSQLState(), e.getMessage()),
        e);
  }
}
