package health.backstep.backbone.rest;

import health.backstep.backbone.audit.WrittenLine;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that does a whole write stores beside its rows: the answer under its key, and a
 * line of the audit log.
 *
 * @param body JSON
 * @param client whose key it is
 * @param key null when the caller gave none
 * @param fingerprint of the request, as PostgreSQL reads bytes
 */
public record KeptAnswer(
    int status,
    String body,
    @Nullable String location,
    @Nullable String client,
    @Nullable String key,
    @Nullable String fingerprint,
    @Nullable WrittenLine line) {

  static KeptAnswer of(
      WrittenAnswer answer, IdempotencyKeys.@Nullable Use use, @Nullable WrittenLine line) {
    return new KeptAnswer(
        answer.status(),
        answer.body(),
        answer.location(),
        use == null ? null : use.client(),
        use == null ? null : use.key(),
        use == null ? null : "\\x" + HexFormat.of().formatHex(use.fingerprint()),
        line);
  }

  Response toResponse() {
    return new WrittenAnswer(status, body, location, null).toResponse();
  }
}
