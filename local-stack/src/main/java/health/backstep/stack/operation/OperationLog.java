package health.backstep.stack.operation;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The audit of one service's database. Lines are only ever added. */
public record OperationLog(ServiceDatabase database) {

  private static final String COLUMNS = "select at, actor, act, subject, note from operation ";

  /** Adds a line in the transaction of what it tells of. */
  public static Operation append(
      Connection connection, ServiceName service, Entry entry, String subject) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into operation (actor, act, subject, note) values (?, ?, ?, ?)
            returning at, actor, act, subject, note
            """)) {
      insert.setString(1, entry.actor());
      insert.setString(2, entry.act().name());
      insert.setString(3, subject);
      insert.setString(4, entry.note());
      return all(service, insert).getFirst();
    }
  }

  /** What was done to one subject, oldest first. */
  public List<Operation> of(String subject) {
    return database.inTransaction(connection -> of(connection, database.service(), subject));
  }

  /** The same inside a running transaction. */
  public static List<Operation> of(Connection connection, ServiceName service, String subject)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(COLUMNS + "where subject = ? order by at")) {
      query.setString(1, subject);
      return all(service, query);
    }
  }

  /** The latest lines, newest first. */
  public List<Operation> latest(int limit) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(COLUMNS + "order by at desc limit ?")) {
            query.setInt(1, limit);
            return all(database.service(), query);
          }
        });
  }

  private static List<Operation> all(ServiceName service, PreparedStatement query)
      throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      List<Operation> found = new ArrayList<>();
      while (row.next()) {
        found.add(
            new Operation(
                service,
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("note")));
      }
      return found;
    }
  }
}
