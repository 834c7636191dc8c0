package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a problem document, alike in all services. */
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response known(ProblemException problem, UriInfo uri) {
    Response answer =
        answer(problem.status(), problem.code(), problem.getMessage(), problem.faults(), uri);
    boolean later = problem.status() == 429 || problem.status() == 503;
    return later ? tryLater(answer) : answer;
  }

  @ServerExceptionMapper
  Response refused(Refused refused, UriInfo uri) {
    List<Fault> faults = refused.faults();
    return answer(422, faults.getFirst().code(), refused.getMessage(), faults, uri);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations, UriInfo uri) {
    List<Fault> faults = Violations.faults(violations.getConstraintViolations());
    if (faults.getFirst().pointer().isEmpty() && faults.getFirst().code().equals("REQUIRED")) {
      return answer(400, "BODY_MISSING", "Send a JSON object.", List.of(), uri);
    }
    return known(Violations.refused(faults), uri);
  }

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException mismatch, UriInfo uri) {
    return unreadableJson(mismatch, uri);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException refused, UriInfo uri) {
    Response problem =
        answer(
            401,
            "UNAUTHENTICATED",
            "Send a valid bearer token: Authorization: Bearer <JWT>.",
            List.of(),
            uri);
    return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refused, UriInfo uri) {
    return answer(
        403, "SCOPE_MISSING", "The token has not the scope that this call needs.", List.of(), uri);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri) {
    if (failure.getCause() instanceof JacksonException unreadable) {
      return unreadableJson(unreadable, uri);
    }
    Optional<ProblemException> problem = problemBehind(failure);
    if (problem.isPresent()) {
      return known(problem.get(), uri);
    }
    int status = failure.getResponse().getStatus();
    Response.Status known = Response.Status.fromStatusCode(status);
    String name = known == null ? "HTTP_" + status : known.name();
    String detail = known == null ? "The call failed." : known.getReasonPhrase() + ".";
    return answer(status, name, detail, List.of(), uri);
  }

  @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
  Response nowhere(WebApplicationException refused, Request request, UriInfo uri) {
    AllowedMethods allowed = AllowedMethods.here();
    if (!allowed.lack(request.getMethod())) {
      return http(refused, uri);
    }
    Response problem =
        answer(405, "METHOD_NOT_ALLOWED", "This path takes " + allowed + ".", List.of(), uri);
    return Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper
  Response stale(OptimisticLockException overtaken, UriInfo uri) {
    return answer(
        412, "STALE", "It has changed since your last read; read it again.", List.of(), uri);
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException failure, UriInfo uri) {
    if (DatabaseFailure.isPassing(failure)) {
      return tryLater(
          answer(503, "TEMPORARILY_UNAVAILABLE", "Try again in a moment.", List.of(), uri));
    }
    if (DatabaseFailure.isOfErased(failure)) {
      return known(ProblemException.unknownPatient(), uri);
    }
    if (DatabaseFailure.isConflict(failure)) {
      return answer(409, "CONFLICT", "Another call was first; read again.", List.of(), uri);
    }
    if (DatabaseFailure.isOfText(failure)) {
      return answer(400, "TEXT_UNREADABLE", "A text holds what is no character.", List.of(), uri);
    }
    String traceId = TraceId.current();
    LOG.errorf("Request failed, trace %s: %s", traceId, Failures.name(failure));
    return answer(500, "INTERNAL_ERROR", "The call failed on our side.", List.of(), uri, traceId);
  }

  /** What a parameter was refused with; the framework wraps it. */
  private static Optional<ProblemException> problemBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ProblemException.class::isInstance)
        .map(ProblemException.class::cast)
        .findFirst();
  }

  private static Response tryLater(Response problem) {
    return Response.fromResponse(problem).header(HttpHeaders.RETRY_AFTER, 1).build();
  }

  private static Response unreadableJson(JacksonException failure, UriInfo uri) {
    Fault fault =
        switch (failure) {
          case UnrecognizedPropertyException unknown ->
              new Fault(
                  JsonPointer.of(unknown.getPath()),
                  "UNKNOWN_FIELD",
                  "There is no such field here.");
          case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
              new Fault(
                  JsonPointer.of(wrong.getPath()),
                  "UNKNOWN_VALUE",
                  "Must be one of " + names(wrong.getTargetType()) + ".");
          case JsonMappingException wrong ->
              new Fault(
                  JsonPointer.of(wrong.getPath()),
                  "WRONG_TYPE",
                  "The value is not of the type that this field takes.");
          default ->
              new Fault(
                  "",
                  "MALFORMED_JSON",
                  "The body is not well-formed JSON, or names a field twice.");
        };
    return answer(400, fault.code(), "The body cannot be read.", List.of(fault), uri);
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static Response answer(
      int status, String code, String detail, List<Fault> faults, UriInfo uri) {
    return answer(status, code, detail, faults, uri, TraceId.current());
  }

  private static Response answer(
      int status, String code, String detail, List<Fault> faults, UriInfo uri, String traceId) {
    Problem problem = Problem.of(status, code, detail, uri.getPath(), faults, traceId);
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
