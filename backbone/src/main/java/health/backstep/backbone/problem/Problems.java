package health.backstep.backbone.problem;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what a service refuses or fails at into a problem document, alike in all services. */
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response known(ProblemException problem, UriInfo uri) {
    return answer(problem, uri);
  }

  @ServerExceptionMapper
  Response refused(Refused refused, UriInfo uri) {
    List<Fault> faults = refused.faults();
    return ProblemAnswer.of(422, faults.getFirst().code(), refused.getMessage(), faults, uri);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations, UriInfo uri) {
    List<Fault> faults = Violations.faults(violations.getConstraintViolations());
    if (faults.getFirst().pointer().isEmpty() && faults.getFirst().code().equals("REQUIRED")) {
      return ProblemAnswer.of(400, "BODY_MISSING", "Send a JSON object.", uri);
    }
    return answer(Violations.refused(faults), uri);
  }

  @ServerExceptionMapper
  Response stale(OptimisticLockException overtaken, UriInfo uri) {
    return ProblemAnswer.of(
        412, "STALE", "It has changed since your last read; read it again.", uri);
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException failure, UriInfo uri) {
    if (DatabaseFailure.isPassing(failure)) {
      return ProblemAnswer.tryLater(
          ProblemAnswer.of(503, "TEMPORARILY_UNAVAILABLE", "Try again in a moment.", uri));
    }
    if (DatabaseFailure.isOfErased(failure)) {
      return known(ProblemException.unknownPatient(), uri);
    }
    if (DatabaseFailure.isConflict(failure)) {
      return ProblemAnswer.of(409, "CONFLICT", "Another call was first; read again.", uri);
    }
    if (DatabaseFailure.isOfText(failure)) {
      return ProblemAnswer.of(400, "TEXT_UNREADABLE", "A text holds what is no character.", uri);
    }
    return failed(failure, uri);
  }

  private static Response failed(RuntimeException failure, UriInfo uri) {
    String traceId = TraceId.current();
    LOG.errorf("Request failed, trace %s: %s", traceId, Failures.name(failure));
    return ProblemAnswer.of(
        Problem.of(
            500,
            "INTERNAL_ERROR",
            "The call failed on our side.",
            ProblemAnswer.place(uri),
            List.of(),
            traceId));
  }

  static Response answer(ProblemException problem, UriInfo uri) {
    Response answer =
        ProblemAnswer.of(
            problem.status(), problem.code(), problem.getMessage(), problem.faults(), uri);
    boolean later = problem.status() == 429 || problem.status() == 503;
    return later ? ProblemAnswer.tryLater(answer) : answer;
  }
}
