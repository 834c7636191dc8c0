package health.backstep.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiStyleTest {

  private static final Set<String> CODES = Set.of("UNAUTHENTICATED", "PATIENT_NOT_FOUND");

  private static final String ERROR =
      """
      {"description": "Wrong\\n\\n- `UNAUTHENTICATED`: Send a token.",
       "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {
         "UNAUTHENTICATED": {"value": {"status": STATUS, "code": "UNAUTHENTICATED"}}}}}}
      """;

  private static final String GOOD =
      """
      {"tags": [{"name": "Patients"}],
       "paths": {"/v1/patients/{patientId}": {"put": {
         "operationId": "changePatient", "summary": "Changes a patient", "tags": ["Patients"],
         "security": [{"token": ["patients:write"]}],
         "parameters": [{"name": "patientId", "in": "path", "description": "The id.", "example": "p-1", "schema": {"type": "string", "maxLength": 36}}],
         "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}, "example": {"year": 1985}}}},
         "responses": {
           "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Patient"}, "example": {"year": 1985, "patientId": "p-1", "tags": []}}}},
           "400": E400, "401": {"$ref": "#/components/responses/Error"}, "403": E403, "404": E404, "413": E413, "415": E415, "422": E422, "429": E429, "500": E500, "503": E503}}}},
       "components": {
         "responses": {"Error": E401},
         "schemas": {
           "Problem": {"type": "object", "description": "What is wrong.", "properties": {"code": {"type": "string", "description": "Which one it is."}}},
           "Patient": {"type": "object", "additionalProperties": false, "required": ["year"], "description": "A patient.", "properties": {
             "year": {"type": "integer", "maximum": 2100, "description": "Year of birth."},
             "name": {"type": "string", "maxLength": 64, "description": "What we call it."},
             "patientId": {"type": "string", "maxLength": 36, "description": "Who it is."},
             "tags": {"type": "array", "maxItems": 5, "items": {"type": "string", "enum": ["MAT"]}, "description": "What is there."},
             "homes": {"type": "array", "maxItems": 5, "description": "Where it lives.", "items": {"type": "object", "additionalProperties": false, "properties": {
               "town": {"type": "string", "maxLength": 9, "description": "The place."}}}}}}}}}
      """
          .replaceAll("\\bE(\\d+)\\b", Matcher.quoteReplacement(ERROR).replace("STATUS", "$1"));

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
          "name": {"type": "string", "maxLength": 64 | "name": {"type": "string" | a text without maxLength
          , "maximum": 2100                  |                           | a number without maximum or format
          "maxItems": 5,                     |                           | a list without maxItems
          "additionalProperties": false,     |                           | takes fields that nobody named
          , "example": {"year": 1985}        |                           | example is missing
          "example": {"year": 1985, "patientId" | "example": {"year": "x", "patientId" | string found, integer expected
          "example": {"year": 1985}          | "example": {"day": 1985}  | required property 'year' not found
          "example": {"year": 1985}          | "example": {"year": 1985, "homes": [{"town": 5}]} | request example: /homes/0/town: integer found, string expected
          "example": {"year": 1985}          | "example": {"year": 1985, "homes": [{"town": "Text"}]} | request example: /homes/-/town: 'Text' is a placeholder
          "patientId": "p-1", "tags"         | "patientId": "p-2", "tags" | 200 example: is of another patientId
          "examples": {                      | "others": {               | example of UNAUTHENTICATED is missing
          "value": {"status": 404            | "value": {"status": 403   | 404 example of UNAUTHENTICATED: has another status
          "code": "UNAUTHENTICATED"}         | "code": "FORBIDDEN"}      | example of UNAUTHENTICATED: has another code
          "code": "UNAUTHENTICATED"}         | "code": 5}                | example of UNAUTHENTICATED: /code: integer found, string expected
          "examples": {                      | "examples": {"OTHER": {}, | example of another code, OTHER
          , "description": "Year of birth."  |                           | schema Patient.year: description is missing
          , "description": "The place."      |                           | schema Patient.homes[].town: description is missing
          "description": "A patient."        | "description": "?"        | schema Patient: description is missing
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
