package health.backstep.backbone.audit;

import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.ChainHead;
import health.backstep.wire.audit.ObjectIds;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes lines. */
final class AuditedLines {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  private AuditedLines() {}

  /** Whoever is unknown can put any id into an address: it says nothing, and is not kept. */
  static NewLine of(
      String chain,
      Instant at,
      @Nullable String client,
      @Nullable String operation,
      AuditObject object,
      int status,
      @Nullable String code,
      @Nullable String traceId) {
    boolean known = !chain.equals(ChainHead.UNKNOWN_CALLERS) && operation != null;
    ObjectIds ids = known && hasIds(object) ? ids(object) : null;
    AuditEntry entry =
        new AuditEntry(
            at,
            client,
            operation,
            object.type(),
            ids == null ? null : ids.digest(),
            status,
            code,
            1,
            known ? traceId : null);
    return new NewLine(chain, entry, ids);
  }

  private static boolean hasIds(AuditObject object) {
    return object.patientId() != null || object.id() != null;
  }

  private static ObjectIds ids(AuditObject object) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new ObjectIds(object.patientId(), object.id(), HexFormat.of().formatHex(salt));
  }
}
