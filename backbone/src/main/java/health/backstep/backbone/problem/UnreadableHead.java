package health.backstep.backbone.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers with a problem document where the head of a call lacks what it needs, such as the {@code
 * Host}: by itself the framework would say nothing, and log an error for each such call. What is no
 * URI at all it refuses before any of our code.
 */
@ApplicationScoped
public class UnreadableHead {

  private static final int BEFORE_THE_AUDIT_LOG = -80;
  private static final int BAD_REQUEST = 400;

  private final EarlyProblems problems;

  UnreadableHead(EarlyProblems problems) {
    this.problems = problems;
  }

  void guard(@Observes Router router) {
    router.route().order(BEFORE_THE_AUDIT_LOG).failureHandler(this::tell);
  }

  private void tell(RoutingContext call) {
    if (call.statusCode() == BAD_REQUEST && !call.response().headWritten()) {
      problems.answer(
          call,
          BAD_REQUEST,
          "REQUEST_UNREADABLE",
          call.request().authority() == null
              ? "The head of the request names no Host that can be read."
              : "The head of the request cannot be read; its address has to begin with a slash.");
    } else {
      call.next();
    }
  }
}
