package health.backstep.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.contracts.openapi.ApiCompatibility.Break;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiCompatibilityTest {

  private static final String RELEASED =
      """
      {"paths": {"/v1/patients/{patientId}/sessions": {"post": {
         "operationId": "recordSession", "security": [{"token": ["sessions:write"]}],
         "parameters": [
           {"name": "patientId", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}},
           {"$ref": "#/components/parameters/Days"}],
         "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
         "responses": {
           "201": {"headers": {"Location": {}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}},
           "422": {"content": {"application/problem+json": {}}}}}}},
       "components": {
         "parameters": {"Days": {"name": "days", "in": "query", "schema": {"type": "integer", "maximum": 730}}},
         "schemas": {
           "Request": {"type": "object", "required": ["pain"], "properties": {
             "pain": {"type": "integer", "minimum": 0, "maximum": 10},
             "quality": {"oneOf": [{"$ref": "#/components/schemas/Quality"}, {"type": "null"}]},
             "words": {"type": ["string", "null"], "maxLength": 40}}},
           "Quality": {"type": "string", "enum": ["DULL", "SHARP"]},
           "Outcome": {"type": "string", "enum": ["GREEN", "FLARE"]},
           "Answer": {"type": "object", "required": ["outcome", "sets", "next"], "properties": {
             "outcome": {"$ref": "#/components/schemas/Outcome"},
             "sets": {"type": "array", "items": {"type": "integer"}},
             "next": {"$ref": "#/components/schemas/Answer"},
             "note": {"type": ["string", "null"]}}}}}}
      """;

  private static final String POST = "POST /v1/patients/{patientId}/sessions";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          path removed                | /v1/patients/{patientId}/sessions | /v1/patients/{patientId}/workouts |                     | call is gone
          method removed              | "post":                     | "put":                            |                           | call is gone
          operation renamed           | recordSession               | addSession                        |                           | operationId changed
          another scope               | ["sessions:write"]          | ["sessions:write", "plans:read"]  |                           | scope plans:read is newly asked for
          parameter removed           | {"$ref": "#/components/parameters/Days"} |                      | ` query/days`             | parameter is gone
          parameter required          | "name": "days",             | "name": "days", "required": true, | ` query/days`             | parameter is newly required
          new required parameter      | "parameters": [             | "parameters": [{"name": "x", "in": "header", "required": true}, | ` header/x` | parameter is new and required
          smaller parameter           | "maximum": 730              | "maximum": 90                     | ` query/days`             | maximum changed from 730.0 to 90.0
          other id                    | "format": "uuid"            | "format": "uri"                   | ` path/patientId`         | format changed
          body required               | "requestBody": {            | "requestBody": {"required": true, |                           | body is newly required
          request field removed       | "words":                    | "text":                           | ` request/words`          | field is gone
          new required request field  | ["pain"]                    | ["pain", "words"]                 | ` request/words`          | field is newly required
          narrowed enum               | ["DULL", "SHARP"]           | ["DULL"]                          | ` request/quality`        | value SHARP is gone
          narrowed range              | "maximum": 10               | "maximum": 9                      | ` request/pain`           | maximum changed from 10.0 to 9.0
          narrowed text               | "maxLength": 40             | "maxLength": 40, "pattern": "a"   | ` request/words`          | pattern changed
          null refused                | ["string", "null"], "maxLength" | "string", "maxLength"         | ` request/words`          | type null is gone
          null refused by reference   | {"oneOf": [{"$ref": "#/components/schemas/Quality"}, {"type": "null"}]} | {"$ref": "#/components/schemas/Quality"} | ` request/quality` | type null is gone
          changed request type        | "pain": {"type": "integer"  | "pain": {"type": "boolean"        | ` request/pain`           | type integer is gone
          answer removed              | "201":                      | "200":                            | ` 201`                    | answer is gone
          media type removed          | "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer" | "content": {"text/plain": {"schema": {"$ref": "#/components/schemas/Answer" | ` 201` | media type application/json is gone
          header removed              | {"Location": {}}            | {}                                | ` 201`                    | header Location is gone
          removed response field      | "outcome": {"$ref"          | "result": {"$ref"                 | ` 201/outcome`            | field is gone
          response field optional     | ["outcome", "sets", "next"] | ["outcome", "next"]               | ` 201/sets`               | field is no longer always there
          response field may be null  | "array"                     | ["array", "null"]                 | ` 201/sets`               | type null is new
          changed response type       | "items": {"type": "integer"} | "items": {"type": "string"}      | ` 201/sets/items`         | type integer is gone
          response value removed      | ["GREEN", "FLARE"]          | ["FLARE"]                         | ` 201/outcome`            | value GREEN is gone
          schema renamed              | Outcome                     | Reading                           | ` 201/outcome`            | schema is no longer called Outcome
          """)
  void refusesABreakingChange(
      String what, String before, String after, String place, String problem) {
    String changed = RELEASED.replace(before, after == null ? "" : after);
    assertThat(changed).isNotEqualTo(RELEASED);
    assertThat(ApiCompatibility.breaks(parsed(RELEASED), parsed(changed)))
        .contains(new Break(POST + (place == null ? "" : place), problem));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nothing changed          | "paths":             | "paths":
          new path                 | {"paths": {          | {"paths": {"/v1/new": {"get": {}},
          new optional parameter   | "parameters": [      | "parameters": [{"name": "x", "in": "query"},
          new optional field       | "words":             | "sets": {"type": "integer"}, "words":
          fewer required fields    | ["pain"]             | []
          wider range              | "maximum": 10        | "maximum": 100
          longer text              | "maxLength": 40      | "maxLength": 400
          one more value           | ["DULL", "SHARP"]    | ["DULL", "SHARP", "BURNING"]
          one more outcome         | ["GREEN", "FLARE"]   | ["GREEN", "FLARE", "AMBER"]
          one more response field  | "sets": {            | "more": {"type": "string"}, "sets": {
          always there now         | "next"]              | "next", "note"]
          never null again         | "note": {"type": ["string", "null"]} | "note": {"type": "string"}
          one more error           | "422":               | "409": {}, "422":
          an error less            | "422":               | "x-422":
          in other words           | "operationId":       | "summary": "Records.", "operationId":
          """)
  void acceptsAHarmlessChange(String what, String before, String after) {
    String changed = RELEASED.replace(before, after);
    assertThat(ApiCompatibility.breaks(parsed(RELEASED), parsed(changed))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void noDocumentBreaksWhatWasReleased(String service) {
    assertThat(
            ApiCompatibility.breaks(ApiDocuments.released(service), ApiDocuments.current(service)))
        .isEmpty();
  }

  @Test
  void aFieldTakenOutOfARealDocumentIsNoticed() {
    JsonNode released = ApiDocuments.current("session-service");
    JsonNode current = released.deepCopy();
    ((ObjectNode) current.at("/components/schemas/SessionAnswer/properties")).remove("outcome");
    assertThat(ApiCompatibility.breaks(released, current))
        .extracting(Break::problem)
        .containsOnly("field is gone");
  }

  static Set<String> services() {
    return ApiDocuments.SERVICES;
  }

  private static JsonNode parsed(String text) {
    return ApiDocuments.parse(text);
  }
}
