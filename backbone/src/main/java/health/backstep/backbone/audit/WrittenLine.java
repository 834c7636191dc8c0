package health.backstep.backbone.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.ObjectIds;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line by the columns of {@code audit_unlinked}, for a statement that stores it with what it
 * tells of; bytes as PostgreSQL reads them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WrittenLine(
    String chain,
    Instant at,
    @Nullable String client,
    @Nullable String operation,
    @Nullable String objectType,
    @Nullable UUID patientId,
    @Nullable String objectId,
    @Nullable String salt,
    @Nullable String digest,
    int status,
    @Nullable String code,
    long times,
    @Nullable String traceId) {

  static WrittenLine of(NewLine line) {
    AuditEntry entry = line.entry();
    ObjectIds ids = line.ids();
    return new WrittenLine(
        line.chain(),
        entry.at(),
        entry.client(),
        entry.operation(),
        entry.objectType(),
        ids == null ? null : ids.patientId(),
        ids == null ? null : ids.objectId(),
        bytes(ids == null ? null : ids.salt()),
        bytes(entry.objectDigest()),
        entry.status(),
        entry.code(),
        entry.times(),
        entry.traceId());
  }

  private static @Nullable String bytes(@Nullable String hex) {
    return hex == null ? null : "\\x" + hex;
  }
}
