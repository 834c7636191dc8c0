package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body over the limit with a problem document, whether it tells its length or comes in
 * chunks. The framework's own check would answer with nothing.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int BEFORE_THE_FRAMEWORKS_CHECK = -10;
  private static final int TOO_LARGE = 413;

  /** Closing at once could reset the connection before the caller has read the answer. */
  private static final long LINGER_MS = 1_000;

  private final ObjectMapper json;
  private final long limit;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void guard(@Observes Router router) {
    router
        .route()
        .order(BEFORE_THE_FRAMEWORKS_CHECK)
        .handler(BodyHandler.create(false).setBodyLimit(limit))
        .failureHandler(this::refuse);
  }

  private void refuse(RoutingContext call) {
    if (call.statusCode() != TOO_LARGE) {
      call.next();
      return;
    }
    call.response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(problem(call));
    call.request().resume();
    call.vertx().setTimer(LINGER_MS, id -> call.request().connection().close());
  }

  private String problem(RoutingContext call) {
    Problem problem =
        Problem.of(
            TOO_LARGE,
            "BODY_TOO_LARGE",
            "The body has at most " + limit + " bytes.",
            call.request().path(),
            List.of(),
            TraceId.next());
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem could not be written as JSON", e);
    }
  }
}
