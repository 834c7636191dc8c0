package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 400 for a body that cannot be read, 422 for one that can be read but not accepted. */
@ProfileComponentTest
class RefusedRequestsTest {

  private static final Partner PARTNER = new Partner("refused-requests");

  @AfterAll
  static void nothingWasPublishedThatIsNotStored() {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Wire.on(Patient.TOPIC).stream()
                            .filter(
                                event -> PARTNER.tenant().equals(event.headers().get("ce_tenant")))
                            .map(event -> UUID.fromString(event.headers().get("ce_id")))
                            .collect(Collectors.toSet()))
                    .isEqualTo(Stored.events(PARTNER.tenant(), Patient.TOPIC)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "half an object | {\"birthYear\": 1985, | MALFORMED_JSON | ",
        "no JSON | hello | MALFORMED_JSON | ",
        "a key twice | {\"birthYear\": 1985, \"birthYear\": 1986} | MALFORMED_JSON | ",
        "an array | [] | WRONG_TYPE | ",
        "two objects | {} {} | WRONG_TYPE | ",
        "an unknown field | {\"colour\": 1} | UNKNOWN_FIELD | /colour",
        "a field with a slash | {\"a/b\": 1} | UNKNOWN_FIELD | /a~1b",
        "an unknown value | {\"equipment\": [\"MAT\", \"ROPE\"]} | UNKNOWN_VALUE | /equipment/1",
        "a position for a value | {\"equipment\": [1]} | UNKNOWN_VALUE | /equipment/0",
        "text for a number | {\"birthYear\": \"1985\"} | WRONG_TYPE | /birthYear",
        "empty text for a number | {\"birthYear\": \"\"} | WRONG_TYPE | /birthYear",
        "a fraction for an integer | {\"birthYear\": 1985.5} | WRONG_TYPE | /birthYear",
        "a number out of all range | {\"birthYear\": 99999999999} | WRONG_TYPE | /birthYear",
        "a boolean for a number | {\"birthYear\": true} | WRONG_TYPE | /birthYear",
        "a number for text | {\"timeZone\": 5} | WRONG_TYPE | /timeZone",
        "a boolean for text | {\"timeZone\": true} | WRONG_TYPE | /timeZone",
        "text for a list | {\"equipment\": \"MAT\"} | WRONG_TYPE | /equipment",
        "text with a NUL | {\"externalId\": \"a\\u0000b\"} | WRONG_TYPE | /externalId",
        "half a character | {\"externalId\": \"a\\ud800b\"} | WRONG_TYPE | /externalId",
      })
  void aBodyThatCannotBeReadIs400(String what, String body, String code, String pointer) {
    Refusal.of(PARTNER.tenant(), () -> register(body), 400, code)
        .body("errors", org.hamcrest.Matchers.hasSize(1))
        .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
        .body("errors[0].code", equalTo(code));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "birthYear | 2020 | AGE_NOT_SERVED | AGE_NOT_SERVED",
        "birthYear | 1901 | AGE_NOT_SERVED | AGE_NOT_SERVED",
        "birthYear | 1899 | INVALID_REQUEST | OUT_OF_RANGE",
        "birthYear | null | INVALID_REQUEST | REQUIRED",
        "timeZone | \"Mars/Base\" | TIME_ZONE_UNKNOWN | TIME_ZONE_UNKNOWN",
        "timeZone | \"+02:00\" | TIME_ZONE_UNKNOWN | TIME_ZONE_UNKNOWN",
        "timeZone | null | INVALID_REQUEST | REQUIRED",
        "minutesPerSession | 4 | INVALID_REQUEST | OUT_OF_RANGE",
        "minutesPerSession | 61 | INVALID_REQUEST | OUT_OF_RANGE",
        "sessionsPerWeek | 0 | INVALID_REQUEST | OUT_OF_RANGE",
        "sessionsPerWeek | 8 | INVALID_REQUEST | OUT_OF_RANGE",
        "externalId | \"\" | INVALID_REQUEST | OUT_OF_RANGE",
        "externalId | \"  \" | INVALID_REQUEST | INVALID_VALUE",
        "equipment | [null] | INVALID_REQUEST | REQUIRED",
      })
  void aPatientThatCannotBeAcceptedIs422(
      String field, String value, String code, String fieldCode) {
    String body = Requests.patient().putRawValue(field, Requests.raw(value)).toString();

    Refusal.of(PARTNER.tenant(), () -> register(body), 422, code)
        .body("errors.pointer", hasItem("/" + field))
        .body("errors.code", hasItem(fieldCode));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"birthYear", "timeZone", "minutesPerSession", "sessionsPerWeek"})
  void aMissingFieldIsNamed(String field) {
    String body = Requests.patient().without(field).toString();

    Refusal.of(PARTNER.tenant(), () -> register(body), 422, "INVALID_REQUEST")
        .body("errors[0].pointer", equalTo("/" + field))
        .body("errors[0].code", equalTo("REQUIRED"));
  }

  @ParameterizedTest(name = "<{0}>")
  @CsvSource({"''", "' '", "null"})
  void withoutABodyThereIsNothingToRead(String body) {
    Refusal.of(PARTNER.tenant(), () -> register(body), 400, "BODY_MISSING")
        .body("errors", nullValue());
  }

  @Test
  void anUnknownValueIsAnsweredWithThoseThatThereAre() {
    String body = Requests.patient().toString().replace("EXERCISE_BALL", "ROPE");

    Refusal.of(PARTNER.tenant(), () -> register(body), 400, "UNKNOWN_VALUE")
        .body("errors[0].message", containsString("MAT, TOWEL, CHAIR, WALL, EXERCISE_BALL"))
        .body("errors[0].message", org.hamcrest.Matchers.not(containsString("ROPE")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "validUntil | \"2026-02-30\" | INVALID_VALUE | INVALID_VALUE",
        "validUntil | \"2026-12-01T10:00:00\" | INVALID_VALUE | INVALID_VALUE",
        "validUntil | \"+999999999-12-31T23:59:59-18:00\" | OUT_OF_RANGE | OUT_OF_RANGE",
        "validUntil | \"-999999999-01-01T00:00:00+18:00\" | OUT_OF_RANGE | OUT_OF_RANGE",
        "by | \" \" | INVALID_REQUEST | REQUIRED",
        "loading | null | INVALID_REQUEST | REQUIRED",
        "status | null | INVALID_REQUEST | REQUIRED",
      })
  void aClearanceThatCannotBeAcceptedIs422(
      String field, String value, String code, String fieldCode) {
    Patient patient = Patient.of(PARTNER);
    String body = Requests.clearance("CLEARED").putRawValue(field, Requests.raw(value)).toString();

    Refusal.of(
            PARTNER.tenant(),
            () -> PARTNER.request().body(body).put(patient.path("/clearance")),
            422,
            code)
        .body("errors[0].pointer", equalTo("/" + field))
        .body("errors[0].code", equalTo(fieldCode));
  }

  private static Response register(String body) {
    return PARTNER.request().body(body).post("/v1/patients");
  }
}
