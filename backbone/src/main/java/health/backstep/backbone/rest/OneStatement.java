package health.backstep.backbone.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.audit.AuditTrail;
import health.backstep.backbone.rest.IdempotencyKeys.Use;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * For a call that is written by one statement instead of a transaction of ours, see {@link
 * Call#write}: what that statement has to store for the answer to be kept and the call to be noted.
 */
@RequestScoped
public class OneStatement {

  private final Repetitions repetitions;
  private final AuditTrail audit;
  private final ObjectMapper json;

  OneStatement(Repetitions repetitions, AuditTrail audit, ObjectMapper json) {
    this.repetitions = repetitions;
    this.audit = audit;
    this.json = json;
  }

  /** To be stored for the whole call, whose key is in its head. */
  public KeptAnswer keep(Object request, Answer answer) {
    return keep(repetitions.keyOf(request).orElse(null), answer);
  }

  /** To be stored for a part of it, see {@link Call#writePart}. */
  public KeptAnswer keepPart(String key, String operation, Object request, Answer answer) {
    return keep(repetitions.use(key, operation, request), answer);
  }

  /** The statement of the whole call has committed: it is in the log, and this is its answer. */
  public Response done(KeptAnswer kept) {
    audit.stored();
    return kept.toResponse();
  }

  private KeptAnswer keep(@Nullable Use use, Answer answer) {
    return KeptAnswer.of(
        WrittenAnswer.of(answer, json),
        use,
        audit.line(answer.status(), answer.location()).orElse(null));
  }
}
