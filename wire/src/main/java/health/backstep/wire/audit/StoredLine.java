package health.backstep.wire.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as the table {@code audit_line} has it, with the ids of its object as far as they are
 * there: none when the patient was erased, or was none of the tenant's.
 */
public record StoredLine(
    AuditLine line, @Nullable UUID patientId, @Nullable String objectId, @Nullable String salt) {

  /** To be selected for {@link #of}. */
  public static final String COLUMNS =
      """
      chain, sequence, at, client, operation, object_type, encode(digest, 'hex') as digest, status,
      code, times, trace_id, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash,
      patient_id, object_id, encode(salt, 'hex') as salt
      """;

  /** The row at which the result stands. */
  public static StoredLine of(ResultSet row) throws SQLException {
    AuditEntry entry =
        new AuditEntry(
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("client"),
            row.getString("operation"),
            row.getString("object_type"),
            row.getString("digest"),
            row.getInt("status"),
            row.getString("code"),
            row.getLong("times"),
            row.getString("trace_id"));
    return new StoredLine(
        new AuditLine(
            row.getString("chain"),
            row.getLong("sequence"),
            entry,
            row.getString("previous"),
            row.getString("hash")),
        row.getObject("patient_id", UUID.class),
        row.getString("object_id"),
        row.getString("salt"));
  }

  /** Ids that can be proved by the digest of the line. */
  Optional<ObjectIds> ids() {
    return Optional.ofNullable(salt).map(kept -> new ObjectIds(patientId, objectId, kept));
  }

  /**
   * Whether the ids beside the line are those that it was written with, or all of them are gone.
   */
  boolean hasItsOwnIds() {
    return ids()
        .map(kept -> kept.digest().equals(line.entry().objectDigest()))
        .orElse(patientId == null && objectId == null);
  }

  /** Whether the line was about an object whose ids are no longer there, or never were. */
  public boolean isWithoutItsIds() {
    return line.entry().objectDigest() != null && salt == null;
  }
}
