package health.backstep.backbone.access;

import health.backstep.backbone.problem.EarlyProblems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps out whom the operator has suspended, without waiting for the token to expire: partners, or
 * single clients of theirs, listed in a file that is looked at about once a second.
 */
@ApplicationScoped
public class Suspensions {

  /** Right after the limits, which count these calls as well; before the body is looked at. */
  private static final int BEHIND_THE_LIMITS = -49;

  private final EarlyProblems problems;
  private final Optional<SuspensionFile> file;

  Suspensions(
      EarlyProblems problems,
      @ConfigProperty(name = "backstep.suspended-callers") Optional<Path> file) {
    this.problems = problems;
    this.file = file.map(SuspensionFile::new);
  }

  void guard(@Observes Router router) {
    file.ifPresent(
        list ->
            router
                .route("/v1/*")
                .order(BEHIND_THE_LIMITS)
                .handler(call -> Client.of(call, client -> admit(call, client, list.callers()))));
  }

  private void admit(RoutingContext call, Client client, SuspendedCallers suspended) {
    if (suspended.hold(client.tenant(), client.subject())) {
      problems.answer(
          call,
          403,
          "CLIENT_SUSPENDED",
          "This client is suspended. Ask the operator of this platform.");
    } else {
      call.next();
    }
  }
}
