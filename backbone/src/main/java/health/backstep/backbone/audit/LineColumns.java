package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.ObjectIds;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that lines have before and after they are linked. */
final class LineColumns {

  /** In the order in which {@link #set} sets them. */
  static final String NAMES =
      """
      chain, at, client, operation, object_type, patient_id, object_id, salt, digest, status, code,
      times, trace_id
      """;

  static final int COUNT = 13;

  private static final HexFormat HEX = HexFormat.of();

  private LineColumns() {}

  static void set(PreparedStatement insert, NewLine line) throws SQLException {
    AuditEntry entry = line.entry();
    ObjectIds ids = line.ids();
    insert.setString(1, line.chain());
    insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
    insert.setString(3, entry.client());
    insert.setString(4, entry.operation());
    insert.setString(5, entry.objectType());
    insert.setObject(6, ids == null ? null : ids.patientId(), java.sql.Types.OTHER);
    insert.setString(7, ids == null ? null : ids.objectId());
    insert.setBytes(8, bytes(ids == null ? null : ids.salt()));
    insert.setBytes(9, bytes(entry.objectDigest()));
    insert.setInt(10, entry.status());
    insert.setString(11, entry.code());
    insert.setLong(12, entry.times());
    insert.setString(13, entry.traceId());
  }

  static NewLine read(ResultSet row) throws SQLException {
    byte[] salt = row.getBytes("salt");
    ObjectIds ids =
        salt == null
            ? null
            : new ObjectIds(
                row.getObject("patient_id", UUID.class),
                row.getString("object_id"),
                HEX.formatHex(salt));
    byte[] digest = row.getBytes("digest");
    return new NewLine(
        row.getString("chain"),
        new AuditEntry(
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("client"),
            row.getString("operation"),
            row.getString("object_type"),
            digest == null ? null : HEX.formatHex(digest),
            row.getInt("status"),
            row.getString("code"),
            row.getLong("times"),
            row.getString("trace_id")),
        ids);
  }

  static byte @Nullable [] bytes(@Nullable String hex) {
    return hex == null ? null : HEX.parseHex(hex);
  }
}
