package health.backstep.backbone.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.wire.Fault;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param type a name for the kind of problem, from its code
 * @param code stable, upper snake case
 * @param errors what is wrong, field by field
 * @param traceId where to look in logs and traces, 32 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    List<Fault> errors,
    String traceId) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(
      int status, String code, String detail, String instance, List<Fault> faults, String traceId) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    return new Problem(typeOf(code), title, status, detail, instance, code, faults, traceId);
  }

  private static URI typeOf(String code) {
    return URI.create(
        "urn:backstep:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }
}
