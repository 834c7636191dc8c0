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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private final Map<ServiceName, Connection> connections;
  private final Map<ServiceName, Copying> copying = new EnumMap<>(ServiceName.class);
  private final int lives;
  private int copies;
  private int newestFrom = 1;

  private Seeding(Map<ServiceName, Connection> connections, int lives) {
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
    Map<ServiceName, Connection> connections = new EnumMap<>(ServiceName.class);
    try {
      for (ServiceName service : ServiceName.values()) {
        connections.put(service, databases.connect(service));
      }
      List<UUID> lives = new Lives(api, weeks).record(Math.min(most, Life.DIFFERENT), meter);
      new Settled(connections, lives).await();
      Seeding seeding = new Seeding(connections, lives.size());
      seeding.stage(lives, most - lives.size(), weeks);
      return seeding;
    } catch (SQLException e) {
      closeAll(connections);
      throw failed(e);
    } catch (RuntimeException e) {
      closeAll(connections);
      throw e;
    }
  }

  /** Adds patients until there are so many; returns when all tables are ready for queries. */
  public void growTo(int patients, Meter meter) {
    int wanted = patients - lives;
    if (wanted <= copies) {
      return;
    }
    int from = copies + 1;
    newestFrom = from;
    meter.begin("patients", wanted - copies);
    AtomicLong done = new AtomicLong();
    SideBySide.run(
        copying.values().stream().map(each -> copy(each, from, wanted, done, meter)).toList());
    copies = wanted;
  }

  /** Some of the copies that were added last, from all over them; none twice. */
  public List<SeededPatient> sample(int most) {
    try (PreparedStatement query = connections.get(PROFILE).prepareStatement(SAMPLE)) {
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
    try {
      for (Connection connection : connections.values()) {
        new Staging(connection).remove();
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      closeAll(connections);
    }
  }

  private void stage(List<UUID> patients, int most, int weeks) throws SQLException {
    int run = ThreadLocalRandom.current().nextInt(RUNS);
    for (ServiceName service : ServiceName.values()) {
      Connection connection = connections.get(service);
      List<SeededTable> tables = SeededTables.of(connection);
      new Staging(connection).fill(tables, patients, most, run, weeks);
      copying.put(service, new Copying(connection, tables));
    }
  }

  /** Each service's part is a third of the work. */
  private static Runnable copy(Copying each, int from, int to, AtomicLong done, Meter meter) {
    int parts = ServiceName.values().length;
    return () -> {
      try {
        each.copy(
            from,
            to,
            more -> {
              synchronized (meter) {
                meter.reach(done.addAndGet(more) / parts);
              }
            });
        each.vacuum();
      } catch (SQLException e) {
        throw failed(e);
      }
    };
  }

  private static void closeAll(Map<ServiceName, Connection> connections) {
    Arrays.stream(ServiceName.values())
        .filter(connections::containsKey)
        .forEach(service -> close(connections.get(service)));
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static StackFailure failed(SQLException e) {
    return new StackFailure(
        "The database refused while patients were made (SQLSTATE %s): %s. Begin anew with empty data."
            .formatted(e.getSQLState(), e.getMessage()),
        e);
  }
}
