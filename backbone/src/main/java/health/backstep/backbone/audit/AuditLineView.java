package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.AuditLine;
import health.backstep.wire.audit.StoredLine;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as it is read, with all that is needed to check it. */
public record AuditLineView(
    long sequence,
    Instant at,
    @Nullable String client,
    @Nullable String operation,
    @Nullable String objectType,
    @Nullable UUID patientId,
    @Nullable String objectId,
    @Nullable String salt,
    @Nullable String objectDigest,
    int status,
    @Nullable String code,
    long times,
    @Nullable String traceId,
    String previous,
    String hash) {

  static AuditLineView of(StoredLine stored) {
    AuditLine line = stored.line();
    AuditEntry entry = line.entry();
    return new AuditLineView(
        line.sequence(),
        entry.at(),
        entry.client(),
        entry.operation(),
        entry.objectType(),
        stored.patientId(),
        stored.objectId(),
        stored.salt(),
        entry.objectDigest(),
        entry.status(),
        entry.code(),
        entry.times(),
        entry.traceId(),
        line.previous(),
        line.hash());
  }
}
