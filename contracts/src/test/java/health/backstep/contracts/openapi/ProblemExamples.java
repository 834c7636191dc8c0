package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each code of an error has an example: a problem with that status, code and a detail. */
final class ProblemExamples {

  private final JsonNode document;
  private final String at;
  private final String status;
  private final List<String> findings = new ArrayList<>();

  private ProblemExamples(JsonNode document, String at, String status) {
    this.document = document;
    this.at = at;
    this.status = status;
  }

  static List<String> findings(JsonNode document, String at, String status, JsonNode answer) {
    ProblemExamples examples = new ProblemExamples(document, at, status);
    JsonNode media = answer.path("content").path("application/problem+json");
    Set<String> codes =
        ApiStyle.codes(answer.path("description").asText()).collect(Collectors.toSet());
    codes.forEach(code -> examples.look(media, code));
    media.path("examples").properties().stream()
        .map(java.util.Map.Entry::getKey)
        .filter(code -> !codes.contains(code))
        .forEach(code -> examples.findings.add(at + ": example of another code, " + code));
    return examples.findings;
  }

  private void look(JsonNode media, String code) {
    JsonNode named = media.path("examples").path(code);
    JsonNode example =
        named.has("$ref") ? document.at(named.get("$ref").asText().substring(1)) : named;
    JsonNode problem = example.path("value");
    if (problem.isMissingNode()) {
      findings.add(at + ": example of " + code + " is missing");
      return;
    }
    new ExampleCheck(document)
        .faults(media.path("schema"), problem)
        .forEach(fault -> findings.add(at + " example of " + code + ": " + fault));
    if (!problem.path("status").asText().equals(status)) {
      findings.add(at + " example of " + code + ": has another status");
    }
    if (codesOf(problem).noneMatch(code::equals)) {
      findings.add(at + " example of " + code + ": has another code");
    }
  }

  /** Several faults have a common code; each is named in the errors. */
  private static Stream<String> codesOf(JsonNode problem) {
    return Stream.concat(Stream.of(problem), problem.path("errors").valueStream())
        .map(part -> part.path("code").asText());
  }
}
