package health.backstep.stack.audit;

import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.wire.audit.ChainCheck;
import health.backstep.wire.audit.ChainHead;
import health.backstep.wire.audit.StoredLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The audit log in one service's database. */
public record AuditLog(ServiceDatabase database) {

  private static final int FETCHED_AT_ONCE = 1_000;
  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only";
  private static final String HEADS = ends("audit_head");
  private static final String ANCHORS = ends("audit_anchor");
  private static final String LINES =
      "select " + StoredLine.COLUMNS + " from audit_line order by chain, sequence";
  private static final String NEWEST =
      """
      select %s
      from (select chain as one from audit_head where chain = coalesce(?, chain)) heads,
        lateral (select * from audit_line where chain = one order by sequence desc limit ?) latest
      order by at desc, sequence desc limit ?
      """
          .formatted(StoredLine.COLUMNS);

  /** Lines that there should be, by the ends of the chains. */
  public long count() {
    return database.inTransaction(
        connection -> sum(read(connection, HEADS)) - sum(read(connection, ANCHORS)));
  }

  /**
   * Follows every chain from the first line that there is, as all of them are at one moment.
   *
   * @param kept heads from before; a chain that has gone altogether is missed by its head alone
   * @param step called for each line
   */
  public List<CheckedChain> check(List<ChainHead> kept, Runnable step) {
    return database.inTransaction(
        connection -> {
          execute(connection, ONE_MOMENT);
          Map<String, ChainHead> heads = read(connection, HEADS);
          Checks checks = new Checks(read(connection, ANCHORS), kept);
          heads.keySet().forEach(checks::begin);
          kept.forEach(head -> checks.begin(head.chain()));
          follow(connection, checks, step);
          List<CheckedChain> checked = new ArrayList<>();
          checks.begun().forEach((chain, check) -> checked.add(finish(check, heads.get(chain))));
          return checked;
        });
  }

  /**
   * The latest lines, the newest first.
   *
   * @param chain of one tenant; empty for all
   */
  public List<StoredLine> newest(Optional<String> chain, int limit) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setString(1, chain.orElse(null));
            query.setInt(2, limit);
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
              List<StoredLine> found = new ArrayList<>();
              while (row.next()) {
                found.add(StoredLine.of(row));
              }
              return found;
            }
          }
        });
  }

  /** Lines of writes that no service has linked yet. */
  public Waiting waiting() {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("select count(*), min(at) from audit_unlinked");
              ResultSet row = query.executeQuery()) {
            row.next();
            return new Waiting(
                row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant));
          }
        });
  }

  private CheckedChain finish(ChainCheck check, ChainHead head) {
    return new CheckedChain(
        database.service(), check.begin(), check.end(), check.withoutIds(), check.finish(head));
  }

  private static void follow(Connection connection, Checks checks, Runnable step)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LINES)) {
      query.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          StoredLine line = StoredLine.of(row);
          checks.of(line.line().chain()).next(line);
          step.run();
        }
      }
    }
  }

  private static String ends(String table) {
    return "select chain, sequence, encode(hash, 'hex') as hash from " + table;
  }

  private static long sum(Map<String, ChainHead> ends) {
    return ends.values().stream().mapToLong(ChainHead::sequence).sum();
  }

  private static Map<String, ChainHead> read(Connection connection, String ends)
      throws SQLException {
    Map<String, ChainHead> found = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(ends);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String chain = row.getString("chain");
        found.put(chain, new ChainHead(chain, row.getLong("sequence"), row.getString("hash")));
      }
    }
    return found;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
