package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditLine;
import health.backstep.wire.audit.ChainHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The chains as they are stored; the transaction holds the lock of those who link. */
final class Chains {

  private static final String HEADS =
      """
      select c.chain, e.sequence, encode(e.hash, 'hex') as hash
      from unnest(?) c (chain), lateral (
        select sequence, hash from audit_head h where h.chain = c.chain
        union all
        (select sequence, hash from audit_line l where l.chain = c.chain order by sequence desc limit 1)
        order by sequence desc limit 1) e
      """;

  private static final String LINK =
      "insert into audit_line (%s, sequence, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          .formatted(LineColumns.NAMES);

  private static final String MOVE_HEAD =
      """
      insert into audit_head (chain, sequence, hash) values (?, ?, ?)
      on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash
      """;

  private static final String IS_THERE =
      "select exists (select from audit_line where chain = ? and sequence = ? and hash = ?)";

  private Chains() {}

  /** Links the lines in their order; returns where each of their chains ends then. */
  static Collection<ChainHead> link(Connection connection, List<NewLine> lines)
      throws SQLException {
    Map<String, ChainHead> heads = heads(connection, lines);
    try (PreparedStatement insert = connection.prepareStatement(LINK)) {
      for (NewLine line : lines) {
        AuditLine linked = AuditLine.after(heads.get(line.chain()), line.entry());
        heads.put(line.chain(), linked.head());
        LineColumns.set(insert, line);
        insert.setLong(LineColumns.COUNT + 1, linked.sequence());
        insert.setBytes(LineColumns.COUNT + 2, HexFormat.of().parseHex(linked.previous()));
        insert.setBytes(LineColumns.COUNT + 3, HexFormat.of().parseHex(linked.hash()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    move(connection, heads.values());
    return heads.values();
  }

  /** Whether the chain has that line. */
  static boolean have(Connection connection, ChainHead line) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IS_THERE)) {
      set(query, line);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Where the chains end: by the head or by a line behind it, whichever is further. So nobody who
   * tampers with the end of a chain can keep it from going on; what he did is found by its check.
   */
  private static Map<String, ChainHead> heads(Connection connection, List<NewLine> lines)
      throws SQLException {
    Set<String> chains = new TreeSet<>();
    Map<String, ChainHead> heads = new HashMap<>();
    for (NewLine line : lines) {
      chains.add(line.chain());
      heads.put(line.chain(), ChainHead.beginning(line.chain()));
    }
    try (PreparedStatement query = connection.prepareStatement(HEADS)) {
      query.setArray(1, connection.createArrayOf("text", chains.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String chain = row.getString("chain");
          heads.put(chain, new ChainHead(chain, row.getLong("sequence"), row.getString("hash")));
        }
      }
    }
    return heads;
  }

  private static void move(Connection connection, Collection<ChainHead> heads) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(MOVE_HEAD)) {
      for (ChainHead head : heads) {
        set(upsert, head);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, ChainHead head) throws SQLException {
    statement.setString(1, head.chain());
    statement.setLong(2, head.sequence());
    statement.setBytes(3, HexFormat.of().parseHex(head.hash()));
  }
}
