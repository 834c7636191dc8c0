package health.backstep.backbone.audit;

import health.backstep.backbone.problem.Problem;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** Notes which operation a call is, what it is about, and why it was refused. */
public class AuditFilter {

  @ServerRequestFilter(nonBlocking = true)
  void begin() {
    note(CurrentRequestManager.get(), null);
  }

  /** A call that is refused for its token comes by here only. */
  @ServerResponseFilter
  void end(ContainerResponseContext answer) {
    String code = answer.getEntity() instanceof Problem problem ? problem.code() : null;
    note(CurrentRequestManager.get(), code);
  }

  private static void note(ResteasyReactiveRequestContext work, @Nullable String code) {
    AuditedCall.of(work.unwrap(RoutingContext.class))
        .ifPresent(
            audited -> {
              if (work.getTarget() != null) {
                name(audited, work);
              }
              if (code != null) {
                audited.refused(code);
              }
            });
  }

  private static void name(AuditedCall audited, ResteasyReactiveRequestContext work) {
    AuditedOperation operation = AuditedOperation.of(work.getTarget().getLazyMethod().getMethod());
    SpanContext span = Span.current().getSpanContext();
    audited.operation(
        operation.id(),
        operation.object(work.getAllPathParameters(false)),
        span.isValid() ? span.getTraceId() : null);
  }
}
