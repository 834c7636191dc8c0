package health.backstep.backbone.problem;

import com.fasterxml.jackson.core.JacksonException;
import health.backstep.wire.Refused;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * The problem of one part of a larger call: what the part would have been answered in a call of its
 * own.
 */
public final class PartProblem {

  private static final Problems PROBLEMS = new Problems();

  private PartProblem() {}

  /**
   * The problem that a failure comes to.
   *
   * @param pointer where the part stands in the larger request
   */
  public static Problem of(RuntimeException failure, UriInfo uri, String pointer) {
    Response answer =
        switch (failure) {
          case ProblemException problem -> PROBLEMS.known(problem, uri);
          case Refused refused -> PROBLEMS.refused(refused, uri);
          case OptimisticLockException stale -> PROBLEMS.stale(stale, uri);
          default -> PROBLEMS.unexpected(failure, uri);
        };
    return within(pointer, (Problem) answer.getEntity());
  }

  /** The problem of a part that cannot be read. */
  public static Problem unreadable(JacksonException failure, UriInfo uri, String pointer) {
    return within(pointer, (Problem) UnreadableJson.answer(failure, uri).getEntity());
  }

  private static Problem within(String pointer, Problem part) {
    return new Problem(
        part.type(),
        part.title(),
        part.status(),
        part.detail(),
        part.instance(),
        part.code(),
        part.errors().stream().map(fault -> fault.within(pointer)).toList(),
        part.traceId());
  }
}
