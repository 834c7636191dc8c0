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
    return of(Problem.of(status, code, detail, uri.getPath(), faults, TraceId.current()));
  }

  static Response of(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  /** What may come right by itself: the caller is told to try again. */
  static Response tryLater(Response problem) {
    return Response.fromResponse(problem).header(HttpHeaders.RETRY_AFTER, SECONDS).build();
  }
}
