package health.backstep.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import health.backstep.backbone.problem.Problem;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Holds the service to what it owes for a request that it refuses: a problem, and no trace. */
public final class Refusal {

  private static final String TRACE_ID = "[0-9a-f]{32}";

  private Refusal() {}

  /** Sends the request and returns its problem document after holding it to the contract. */
  public static ValidatableResponse of(
      String tenant, Supplier<Response> request, int status, String code) {
    Map<String, String> before = Stored.of(tenant);
    ValidatableResponse problem = request.get().then();
    problem
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body(
            "type",
            equalTo("urn:backstep:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')))
        .body("title", not(blankOrNullString()))
        .body("detail", not(blankOrNullString()))
        .body("instance", matchesPattern("/.*"))
        .body("traceId", matchesPattern(TRACE_ID));
    assertThat(Stored.of(tenant)).as("what the refused request left").isEqualTo(before);
    return problem;
  }
}
