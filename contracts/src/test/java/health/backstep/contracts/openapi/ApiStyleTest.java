package health.backstep.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiStyleTest {

  private static final Set<String> CODES = Set.of("UNAUTHENTICATED", "PATIENT_NOT_FOUND");

  private static final String ERROR =
      """
      {"description": "Wrong\\n\\n- `UNAUTHENTICATED`: Send a token.",
       "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}, "example": {"code": "A"}}}}
      """;

  private static final String GOOD =
      """
      {"tags": [{"name": "Patients"}],
       "paths": {"/v1/patients/{patientId}": {"put": {
         "operationId": "changePatient", "summary": "Changes a patient", "tags": ["Patients"],
         "security": [{"token": ["patients:write"]}],
         "parameters": [{"name": "patientId", "in": "path", "description": "The id.", "schema": {"type": "string", "maxLength": 36}}],
         "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}, "example": {"year": 1985}}}},
         "responses": {
           "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}, "example": {"year": 1985, "tags": []}}}},
           "400": E, "401": {"$ref": "#/components/responses/Error"}, "403": E, "404": E, "413": E, "415": E, "422": E, "429": E, "500": E, "503": E}}}},
       "components": {
         "responses": {"Error": E},
         "schemas": {
           "Problem": {"type": "object", "properties": {"code": {"type": "string"}}},
           "Patient": {"type": "object", "additionalProperties": false, "required": ["year"], "properties": {
             "year": {"type": "integer", "maximum": 2100},
             "name": {"type": "string", "maxLength": 64},
             "tags": {"type": "array", "maxItems": 5, "items": {"type": "string", "enum": ["MAT"]}}}}}}}
      """
          .replaceAll("\\bE\\b", ERROR.replace("\\", "\\\\").replace("$", "\\$"));

  @Test
  void aGoodDocumentHasNoFindings() {
    assertThat(ApiStyle.findings(ApiDocuments.parse(GOOD), CODES)).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v1/patients/{patientId}           | /v1/Patients/{patientId}  | path is not /v1/kebab-case/{camelCase}
          "operationId": "changePatient",    |                           | operationId is missing or not camelCase
          "paths": {                         | "paths": {"/v1/x": {"get": {"operationId": "changePatient"}}, | operationId is used twice
          "summary": "Changes a patient",    |                           | summary is missing
          "security": [{"token": ["patients:write"]}], |                 | security is not the token with a scope
          {"token": ["patients:write"]}      | {"token": []}             | security is not the token with a scope
          "tags": ["Patients"],              |                           | has not exactly one tag
          "tags": ["Patients"],              | "tags": ["People"],       | tag People is not declared
          "description": "The id.",          |                           | description is missing
          "200":                             | "x-200":                  | no success documented
          "401":                             | "x-401":                  | 401 is not documented
          "415":                             | "x-415":                  | 415 is not documented
          `"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}` | `"200": {"content": {"application/json": {"schema": {}` | schema is missing
          application/problem+json           | application/json          | an error is not a problem document
          - `UNAUTHENTICATED`: Send a token. |                           | names no code
          UNAUTHENTICATED                    | UNHEARD_OF                | code UNHEARD_OF is not explained in errors.yaml
          "schemas": {                       | "schemas": {"Patient1": {}, | two types have this name; name one by @Schema(name)
          "schemas": {                       | "schemas": {"Other": {},  | is used nowhere
          "name": {"type": "string", "maxLength": 64} | "name": {"type": "string"} | a text without maxLength
          , "maximum": 2100                  |                           | a number without maximum or format
          "maxItems": 5,                     |                           | a list without maxItems
          "additionalProperties": false,     |                           | takes fields that nobody named
          , "example": {"year": 1985}        |                           | example is missing
          "example": {"year": 1985, "tags"   | "example": {"year": "x", "tags" | string found, integer expected
          "example": {"year": 1985}          | "example": {"day": 1985}  | required property 'year' not found
          """)
  void aFaultyDocumentIsFoundOut(String before, String after, String finding) {
    String faulty = GOOD.replace(before, after == null ? "" : after);
    assertThat(faulty).isNotEqualTo(GOOD);
    assertThat(ApiStyle.findings(ApiDocuments.parse(faulty), CODES))
        .anySatisfy(found -> assertThat(found).endsWith(finding));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyDocumentSaysWhatPartnersNeed(String service) {
    assertThat(ApiStyle.findings(ApiDocuments.current(service), ApiDocuments.codes())).isEmpty();
  }

  static Set<String> services() {
    return ApiDocuments.SERVICES;
  }
}
