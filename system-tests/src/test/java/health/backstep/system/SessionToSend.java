package health.backstep.system;

import static health.backstep.system.Platform.to;

import health.backstep.stack.platform.ServiceName;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * One session of an app: every attempt sends the same body under the same key, so that a repetition
 * is harmless.
 */
record SessionToSend(UUID patientId, String key, String body) {

  private static final String BODY =
      """
      {"planVersion": 1, "startedAt": "%s", "endedAt": "%s", "painBefore": 2,
       "painAfter": %d, "exercises": [{"exerciseId": "bridge", "level": 1, "setsDone": 1,
         "repsDone": [6], %s "painDuring": %d}]}
      """;

  SessionToSend(UUID patientId, int pain, String signs) {
    this(patientId, UUID.randomUUID().toString(), body(pain, signs));
  }

  Response attempt() {
    return to(ServiceName.SESSION)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/patients/" + patientId + "/sessions");
  }

  private static String body(int pain, String signs) {
    OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1);
    return BODY.formatted(end.minusMinutes(11), end, pain, signs, pain);
  }
}
