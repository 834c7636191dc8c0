package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.platform.ServiceName;

/** A service did not do what it was asked. The message says which, what and why. */
public final class ApiFailure extends RuntimeException {

  private ApiFailure(String message, Throwable cause) {
    super(message, cause);
  }

  static ApiFailure refused(String method, ServiceName service, String path, Api.Answer answer) {
    JsonNode problem = answer.body();
    return new ApiFailure(
        "%s answered %s %s with %d %s %s %s"
            .formatted(
                service.processName(),
                method,
                path,
                answer.status(),
                problem.path("code").asText(),
                problem.path("detail").asText(),
                problem.path("errors").isMissingNode() ? "" : problem.path("errors")),
        null);
  }

  static ApiFailure unreachable(String method, ServiceName service, String path, Exception cause) {
    return new ApiFailure(
        "%s did not answer %s %s: %s".formatted(service.processName(), method, path, cause), cause);
  }
}
