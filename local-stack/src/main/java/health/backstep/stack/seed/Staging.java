package health.backstep.stack.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A schema of its own in a service's database, with the rows of the recorded lives and the numbers
 * of the copies.
 */
record Staging(Connection connection) {

  private static final List<String> SCHEMA =
      List.of(
          "drop schema if exists seed cascade",
          "create schema seed",
          "create table seed.life (patient uuid primary key, life integer not null)");

  private static final String COPIES =
      """
      create table seed.copy as
      select number, number %% %d as life, %s as middle from generate_series(1, %d) number
      """;

  /** What lifetimes would have left of it, as the services have them without other settings. */
  private static final String SENT_LONG_AGO =
      """
      delete from seed.outbox o
      where sent_at < now() - interval '180 days'
        and (not state or exists (
          select from seed.outbox later
          where later."seed life" = o."seed life" and later.topic = o.topic
            and later."seed row" > o."seed row"))
      """;

  private static final String TAKEN_LONG_AGO =
      "delete from seed.inbox_event where taken_at < now() - interval '400 days'";
  private static final String CHANGED_LONG_AGO =
      "delete from seed.change where recorded_at < now() - interval '30 days'";

  /**
   * Puts the lives' rows aside.
   *
   * @param lives patients, each with a life of its own
   * @param copies at most
   * @param run below 2^16; ids of another run differ by it
   */
  void fill(List<SeededTable> tables, List<UUID> lives, int copies, int run, int weeks)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String part : SCHEMA) {
        statement.execute(part);
      }
      note(lives);
      statement.execute(COPIES.formatted(lives.size(), Ids.middle("number", run), copies));
      statement.execute("alter table seed.copy add primary key (number)");
      for (SeededTable table : tables) {
        statement.execute(table.staging(weeks));
      }
      expire(statement, tables.stream().map(SeededTable::name).toList());
      statement.execute("analyze");
    }
  }

  void remove() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists seed cascade");
    }
  }

  private void note(List<UUID> lives) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into seed.life values (?, ?)")) {
      for (int life = 0; life < lives.size(); life++) {
        insert.setObject(1, lives.get(life));
        insert.setInt(2, life);
        insert.executeUpdate();
      }
    }
  }

  private static void expire(Statement statement, List<String> tables) throws SQLException {
    statement.execute(SENT_LONG_AGO);
    statement.execute(TAKEN_LONG_AGO);
    if (tables.contains("change")) {
      statement.execute(CHANGED_LONG_AGO);
    }
  }
}
