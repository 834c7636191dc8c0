package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every OpenAPI document has to say about every call. */
final class ApiStyle {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Pattern PATH =
      Pattern.compile("/v1(/([a-z]+(-[a-z]+)*|\\{[a-z][A-Za-z]*}))+");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern CODE =
      Pattern.compile("^- `([A-Z0-9_]+)`: (.*)$", Pattern.MULTILINE);

  private final JsonNode document;
  private final Set<String> codes;
  private final List<String> findings = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  private ApiStyle(JsonNode document, Set<String> codes) {
    this.document = document;
    this.codes = codes;
  }

  /** What is wrong, place by place; empty for a good document. */
  static List<String> findings(JsonNode document, Set<String> codes) {
    ApiStyle style = new ApiStyle(document, codes);
    calls(document, call -> style.look(call.at(), call.path(), call.operation()));
    style.shared();
    style.findings.addAll(RequestBounds.findings(document));
    style.findings.addAll(ApiExamples.findings(document));
    style.findings.addAll(Descriptions.findings(document));
    return style.findings;
  }

  /** One call of a document. */
  record Call(String at, String path, JsonNode operation) {}

  static void calls(JsonNode document, Consumer<Call> each) {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            each.accept(
                                new Call(
                                    method.getKey() + " " + path.getKey(),
                                    path.getKey(),
                                    method.getValue()))));
  }

  /** The codes that an error's description explains. */
  static Stream<String> codes(String description) {
    return CODE.matcher(description).results().map(code -> code.group(1));
  }

  private void look(String at, String path, JsonNode call) {
    rule(PATH.matcher(path).matches(), at, "path is not /v1/kebab-case/{camelCase}");
    String id = call.path("operationId").asText();
    rule(NAME.matcher(id).matches(), at, "operationId is missing or not camelCase");
    rule(!ids.contains(id), at, "operationId is used twice");
    ids.add(id);
    rule(!call.path("summary").asText().isBlank(), at, "summary is missing");
    rule(call.path("summary").asText().length() <= 100, at, "summary is longer than 100");
    security(at, call.path("security"));
    tags(at, call.path("tags"));
    call.path("parameters").forEach(parameter -> parameter(at, resolved(parameter)));
    answers(at, call);
  }

  private void security(String at, JsonNode security) {
    rule(
        security.size() == 1 && !security.get(0).path("token").isEmpty(),
        at,
        "security is not the token with a scope");
  }

  private void tags(String at, JsonNode tags) {
    rule(tags.size() == 1, at, "has not exactly one tag");
    tags.forEach(
        tag ->
            rule(
                document
                    .path("tags")
                    .valueStream()
                    .anyMatch(known -> known.path("name").equals(tag)),
                at,
                "tag " + tag.asText() + " is not declared"));
  }

  private void parameter(String at, JsonNode parameter) {
    String place = at + " parameter " + parameter.path("name").asText();
    rule(!parameter.path("description").asText().isBlank(), place, "description is missing");
    rule(parameter.has("schema"), place, "schema is missing");
  }

  private void answers(String at, JsonNode call) {
    JsonNode answers = call.path("responses");
    rule(fields(answers).anyMatch(status -> status.startsWith("2")), at, "no success documented");
    Stream.of("401", "403", "429", "500", "503")
        .forEach(status -> rule(answers.has(status), at, status + " is not documented"));
    if (call.has("requestBody")) {
      Stream.of("400", "413", "415", "422")
          .forEach(status -> rule(answers.has(status), at, status + " is not documented"));
    }
    answers
        .properties()
        .forEach(
            answer ->
                answer(at + " " + answer.getKey(), answer.getKey(), resolved(answer.getValue())));
  }

  private void answer(String at, String status, JsonNode answer) {
    boolean error = status.compareTo("400") >= 0;
    JsonNode content = answer.path("content");
    if (error) {
      rule(
          content.at("/application~1problem+json/schema/$ref").asText().endsWith("/Problem"),
          at,
          "an error is not a problem document");
      codes(at, answer.path("description").asText());
    } else {
      content.forEach(media -> rule(!media.path("schema").isEmpty(), at, "schema is missing"));
    }
  }

  private void codes(String at, String description) {
    var named = CODE.matcher(description).results().toList();
    rule(!named.isEmpty(), at, "names no code");
    named.forEach(
        code ->
            rule(
                codes.contains(code.group(1)) && !code.group(2).equals("?"),
                at,
                "code " + code.group(1) + " is not explained in errors.yaml"));
  }

  private void shared() {
    fields(document.at("/components/schemas"))
        .forEach(
            name -> {
              rule(
                  !Character.isDigit(name.charAt(name.length() - 1)),
                  "schema " + name,
                  "two types have this name; name one by @Schema(name)");
              rule(
                  document.findValues("$ref").stream()
                      .anyMatch(reference -> reference.asText().endsWith("/schemas/" + name)),
                  "schema " + name,
                  "is used nowhere");
            });
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static Stream<String> fields(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey);
  }

  private void rule(boolean kept, String at, String problem) {
    if (!kept) {
      findings.add(at + ": " + problem);
    }
  }
}
