package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the framework refuses, before a resource has the call, into a problem document. */
public class HttpProblems {

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException mismatch, UriInfo uri) {
    return UnreadableJson.answer(mismatch, uri);
  }

  @ServerExceptionMapper
  Response undecodable(CharConversionException undecodable, UriInfo uri) {
    return UnreadableJson.malformed(uri);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException refused, UriInfo uri) {
    String detail = "Send a valid bearer token: Authorization: Bearer <JWT>.";
    return Response.fromResponse(ProblemAnswer.of(401, "UNAUTHENTICATED", detail, uri))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refused, UriInfo uri) {
    return ProblemAnswer.of(
        403, "SCOPE_MISSING", "The token has not the scope that this call needs.", uri);
  }

  @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
  Response nowhere(WebApplicationException refused, Request request, UriInfo uri) {
    AllowedMethods allowed = AllowedMethods.here();
    if (!allowed.lack(request.getMethod())) {
      return http(refused, uri);
    }
    String detail = "This path takes " + allowed + ".";
    return Response.fromResponse(ProblemAnswer.of(405, "METHOD_NOT_ALLOWED", detail, uri))
        .header(HttpHeaders.ALLOW, allowed)
        .build();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri) {
    if (failure.getCause() instanceof JacksonException unreadable) {
      return UnreadableJson.answer(unreadable, uri);
    }
    return problemBehind(failure)
        .map(problem -> Problems.answer(problem, uri))
        .orElseGet(() -> named(failure.getResponse().getStatus(), uri));
  }

  /** What a parameter was refused with; the framework wraps it. */
  private static Optional<ProblemException> problemBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ProblemException.class::isInstance)
        .map(ProblemException.class::cast)
        .findFirst();
  }

  private static Response named(int status, UriInfo uri) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null
        ? ProblemAnswer.of(status, "HTTP_" + status, "The call failed.", uri)
        : ProblemAnswer.of(status, known.name(), advice(known), uri);
  }

  private static String advice(Response.Status status) {
    return switch (status) {
      case NOT_FOUND -> "Nothing is at this address. An id in it has to be a UUID.";
      case NOT_ACCEPTABLE -> "This call does not answer in a media type that `Accept` names.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "Send the body as JSON, with `Content-Type: application/json`.";
      default -> status.getReasonPhrase() + ".";
    };
  }
}
