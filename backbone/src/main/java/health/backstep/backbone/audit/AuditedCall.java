package health.backstep.backbone.audit;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.wire.audit.AuditEntry;
import health.backstep.wire.audit.ChainHead;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What is known of a running call, bit by bit, until a line can be made of it. */
final class AuditedCall {

  private static final String KEY = AuditedCall.class.getName();

  private volatile String chain = ChainHead.UNKNOWN_CALLERS;
  private volatile @Nullable String client;
  private volatile @Nullable String operation;
  private volatile AuditObject object = AuditObject.NONE;
  private volatile @Nullable UUID patient;
  private volatile @Nullable String code;
  private volatile @Nullable String traceId;
  private volatile boolean stored;
  private boolean noted;

  static AuditedCall begin(RoutingContext call) {
    AuditedCall begun = new AuditedCall();
    call.put(KEY, begun);
    return begun;
  }

  /** That of a call under {@code /v1}. */
  static Optional<AuditedCall> of(@Nullable RoutingContext call) {
    return Optional.ofNullable(call).map(running -> running.get(KEY));
  }

  /** Who calls, as the verified token says. */
  void by(JsonWebToken token) {
    client = Optional.ofNullable(token.getSubject()).map(AuditEntry::client).orElse(null);
    if (token.getClaim("tenant") instanceof String name && Tenant.isName(name)) {
      chain = name;
    }
  }

  void operation(String id, AuditObject about, @Nullable String trace) {
    operation = id;
    object = about;
    traceId = trace;
  }

  /** The patient whom the address does not name. */
  void patient(UUID patientId) {
    patient = patientId;
  }

  void refused(String because) {
    code = because;
  }

  /** What it did is in the log already, with the write itself. */
  void stored() {
    stored = true;
  }

  /** The line of the whole call as it ended; none when there is one already. */
  synchronized Optional<NewLine> end(Instant at, int status) {
    boolean known = noted || (stored && status < 400);
    noted = true;
    return known ? Optional.empty() : Optional.of(line(at, status, code, object));
  }

  /** A line about what the call did, or a part of it. */
  NewLine line(Instant at, int status, @Nullable String because, AuditObject about) {
    AuditObject whole = about.of(patient);
    AuditObject kept = status < 400 ? whole : whole.asRefused();
    return AuditedLines.of(chain, at, client, operation, kept, status, because, traceId);
  }

  AuditObject object() {
    return object;
  }
}
