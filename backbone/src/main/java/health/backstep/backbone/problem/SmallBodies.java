package health.backstep.backbone.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a small body before a worker takes the call up. Mostly it came together with the head; a
 * worker who asked for it then would sleep and be woken once more, which takes longer than to read.
 * It has to be there as a whole within the time that the framework gives to each part of it.
 */
@ApplicationScoped
public class SmallBodies {

  private static final int AFTER_ALL_THAT_REFUSES = 0;

  /** Bytes. Larger ones, and those in chunks, are read by the worker. */
  private static final long MOST = 16_384;

  private final long withinMillis;

  SmallBodies(@ConfigProperty(name = "quarkus.http.read-timeout") Duration within) {
    this.withinMillis = within.toMillis();
  }

  void read(@Observes Router router) {
    router.route("/v1/*").order(AFTER_ALL_THAT_REFUSES).handler(this::read);
  }

  private void read(RoutingContext call) {
    if (!isSmall(call)) {
      call.next();
      return;
    }
    long timer = call.vertx().setTimer(withinMillis, late -> end(call));
    call.request()
        .body()
        .onComplete(
            body -> {
              call.vertx().cancelTimer(timer);
              if (body.succeeded()) {
                ((RoutingContextInternal) call).setBody(body.result());
                call.next();
              } else {
                end(call);
              }
            });
    call.request().resume();
  }

  /** Whoever does not send what he announced, or is gone, gets no answer. */
  private static void end(RoutingContext call) {
    call.request().connection().close();
  }

  private static boolean isSmall(RoutingContext call) {
    String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) <= MOST && !call.request().isEnded();
  }
}
