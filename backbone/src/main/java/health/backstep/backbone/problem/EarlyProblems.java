package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Problem documents for calls that end before a resource has them. */
@ApplicationScoped
public class EarlyProblems {

  private static final String CODE = EarlyProblems.class.getName();

  private final ObjectMapper json;

  public EarlyProblems(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Ends the call. What it still sends is read and dropped, so that its connection can be used on.
   */
  public void answer(RoutingContext call, int status, String code, String detail) {
    call.put(CODE, code);
    call.request().resume();
    call.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(document(call, status, code, detail));
  }

  /** With which code the call was ended here; empty when it was not. */
  public static Optional<String> codeOf(RoutingContext call) {
    return Optional.ofNullable(call.get(CODE));
  }

  private String document(RoutingContext call, int status, String code, String detail) {
    try {
      return json.writeValueAsString(
          Problem.of(status, code, detail, call.request().path(), List.of(), TraceId.current()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem could not be written as JSON", e);
    }
  }
}
