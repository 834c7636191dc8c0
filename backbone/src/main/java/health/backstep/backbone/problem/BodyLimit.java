package health.backstep.backbone.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Refuses a body over the limit with a problem document, whether it tells its length or comes in
 * chunks. The framework's own checks would answer with nothing. What our own services answer is not
 * measured: their parts of an export grow with the patient's history.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyLimit implements ReaderInterceptor {

  private static final int BEFORE_THE_FRAMEWORKS_CHECK = -10;
  private static final int AFTER_THE_FRAMEWORKS_CHECK = -1;
  private static final int TOO_LARGE = 413;
  private static final String CODE = "BODY_TOO_LARGE";

  /** Closing at once could reset the connection before the caller has read the answer. */
  private static final long LINGER_MS = 1_000;

  private final EarlyProblems problems;
  private final BodyLimits limits;
  private final UriInfo uri;

  BodyLimit(EarlyProblems problems, BodyLimits limits, UriInfo uri) {
    this.problems = problems;
    this.limits = limits;
    this.uri = uri;
  }

  void guard(@Observes Router router) {
    router.route().order(BEFORE_THE_FRAMEWORKS_CHECK).handler(this::refuseByLength);
    router.route().order(AFTER_THE_FRAMEWORKS_CHECK).handler(BodyLimit::leaveChunksToUs);
  }

  /** A body in chunks is measured while it is read. */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
    int limit = limits.of(uri.getPath());
    byte[] body = reading.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw new ProblemException(TOO_LARGE, CODE, detail(limit), List.of());
    }
    reading.setInputStream(new ByteArrayInputStream(body));
    return reading.proceed();
  }

  private void refuseByLength(RoutingContext call) {
    String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    int limit = limits.of(call.request().path());
    if (length == null || Long.parseLong(length) <= limit) {
      call.next();
      return;
    }
    call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    problems.answer(call, TOO_LARGE, CODE, detail(limit));
    call.vertx().setTimer(LINGER_MS, id -> call.request().connection().close());
  }

  private static void leaveChunksToUs(RoutingContext call) {
    call.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
    call.next();
  }

  private static String detail(int limit) {
    return "The body has at most " + limit + " bytes.";
  }
}
