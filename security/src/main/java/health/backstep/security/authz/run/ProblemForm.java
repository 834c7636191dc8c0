package health.backstep.security.authz.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What every refusal has to look like (RFC 9457 and what the platform adds to it). */
public final class ProblemForm {

  private static final Set<String> FIELDS =
      Set.of("type", "title", "status", "detail", "instance", "code", "errors", "traceId");

  private ProblemForm() {}

  /** What is wrong with it; nothing when it is well-formed. */
  static List<String> faults(Ask ask, Reply reply) {
    List<String> faults = faults(reply);
    check(
        faults,
        reply.json().path("instance").asText().equals(ask.address().getPath()),
        "/instance");
    return faults;
  }

  /** The same where it is not clear which address a problem has to name. */
  public static List<String> faults(Reply reply) {
    List<String> faults = new ArrayList<>();
    JsonNode problem = reply.json();
    String code = problem.path("code").asText();
    check(faults, reply.header("content-type").startsWith("application/problem+json"), "type");
    problem.fieldNames().forEachRemaining(name -> check(faults, FIELDS.contains(name), name));
    check(
        faults,
        problem
            .path("type")
            .asText()
            .equals("urn:backstep:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')),
        "/type");
    check(faults, !problem.path("title").asText().isBlank(), "/title");
    check(faults, problem.path("status").asInt() == reply.status(), "/status");
    check(faults, !problem.path("detail").asText().isBlank(), "/detail");
    check(faults, problem.path("traceId").asText().matches("[0-9a-f]{32}"), "/traceId");
    check(
        faults,
        reply.status() != 401 || reply.header("www-authenticate").equals("Bearer"),
        "WWW-Authenticate");
    return faults;
  }

  private static void check(List<String> faults, boolean holds, String where) {
    if (!holds) {
      faults.add("the problem's " + where + " is not as it has to be");
    }
  }
}
