package health.backstep.backbone.problem;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses an address or header fields that are too long, with a problem document. The framework's
 * own limits lie above these, because it answers without one and closes the connection, as it also
 * does when an address cannot be decoded.
 */
@ApplicationScoped
public class HeadLimit {

  /** Octets; what RFC 9110 asks every server to take. */
  static final int ADDRESS = 8_000;

  /** Octets of names and values. */
  static final int FIELDS = 16_384;

  private static final int BEFORE_ANY_WORK = -70;

  private final EarlyProblems problems;

  HeadLimit(EarlyProblems problems) {
    this.problems = problems;
  }

  void guard(@Observes Router router) {
    router.route().order(BEFORE_ANY_WORK).handler(this::measure);
  }

  private void measure(RoutingContext call) {
    if (call.request().uri().length() > ADDRESS) {
      problems.answer(
          call, 414, "ADDRESS_TOO_LONG", "Path and query have at most " + ADDRESS + " bytes.");
    } else if (length(call.request().headers()) > FIELDS) {
      problems.answer(
          call,
          431,
          "HEADERS_TOO_LARGE",
          "The header fields have at most " + FIELDS + " bytes in all.");
    } else {
      call.next();
    }
  }

  private static long length(MultiMap fields) {
    long length = 0;
    for (var field : fields) {
      length += field.getKey().length() + field.getValue().length();
    }
    return length;
  }
}
