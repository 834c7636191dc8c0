package health.backstep.backbone.problem;

import health.backstep.wire.Fault;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Problem documents as answers of the running call. */
final class ProblemAnswer {

  private static final int SECONDS = 1;

  private ProblemAnswer() {}

  static Response of(int status, String code, String detail, UriInfo uri) {
    return of(status, code, detail, List.of(), uri);
  }

  static Response of(int status, String code, String detail, List<Fault> faults, UriInfo uri) {
    return of(Problem.of(status, code, detail, place(uri), faults, TraceId.current()));
  }

  /** The path of the call; as it was sent where it holds a percent sign that stands for one. */
  static String place(UriInfo uri) {
    try {
      return uri.getPath();
    } catch (IllegalArgumentException decodedTwice) {
      return uri.getRequestUri().getRawPath();
    }
  }

  static Response of(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  /** What may come right by itself: the caller is told to try again. */
  static Response tryLater(Response problem) {
    return Response.fromResponse(problem).header(HttpHeaders.RETRY_AFTER, SECONDS).build();
  }
}
