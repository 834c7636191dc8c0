package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.contracts.openapi.ApiStyle.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;

/**
 * Every body that is asked or answered has an example, which is what its schema says and tells of
 * the object that its address names. Nothing makes an example up, so each was written by somebody.
 */
final class ApiExamples {

  private final JsonNode document;
  private final ExampleCheck check;
  private final List<String> findings = new ArrayList<>();

  private ApiExamples(JsonNode document) {
    this.document = document;
    this.check = new ExampleCheck(document);
  }

  static List<String> findings(JsonNode document) {
    ApiExamples examples = new ApiExamples(document);
    ApiStyle.calls(document, examples::look);
    return examples.findings;
  }

  private void look(Call call) {
    look(call.at() + " request", call.operation().at("/requestBody/content"));
    for (Entry<String, JsonNode> answer : call.operation().path("responses").properties()) {
      String at = call.at() + " " + answer.getKey();
      JsonNode found = resolved(answer.getValue());
      if (answer.getKey().compareTo("400") < 0) {
        look(at, found.path("content"));
        found.path("content").forEach(media -> addressed(at, call, media.path("example")));
      } else {
        findings.addAll(ProblemExamples.findings(document, at, answer.getKey(), found));
      }
    }
  }

  private void look(String at, JsonNode content) {
    for (Entry<String, JsonNode> media : content.properties()) {
      JsonNode example = media.getValue().path("example");
      if (example.isMissingNode()) {
        findings.add(at + ": example is missing");
      } else if (media.getKey().endsWith("json")) {
        check
            .faults(media.getValue().path("schema"), example)
            .forEach(fault -> findings.add(at + " example: " + fault));
      }
    }
  }

  /** The answer's ids are those that the examples of the address have. */
  private void addressed(String at, Call call, JsonNode example) {
    parameters(call)
        .filter(parameter -> parameter.path("in").asText().equals("path"))
        .filter(parameter -> parameter.has("example"))
        .filter(parameter -> example.has(parameter.path("name").asText()))
        .filter(p -> !p.get("example").equals(example.get(p.path("name").asText())))
        .forEach(
            parameter ->
                findings.add(at + " example: is of another " + parameter.path("name").asText()));
  }

  private Stream<JsonNode> parameters(Call call) {
    return call.operation().path("parameters").valueStream().map(this::resolved);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
