package health.backstep.security.canary.run;

import static java.time.temporal.ChronoUnit.MILLIS;

import health.backstep.security.authz.Operation;
import health.backstep.security.authz.Requests;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is put in for the names of a request.
 *
 * @param given before all others
 */
record Values(Planted planted, Operation operation, Map<String, String> given, String receiver) {

  private static final String TIME_ZONE = "Antarctica/Troll";
  private static final String ONSET = "1997-03-19";
  private static final String VALID_UNTIL = "2041-05-23";

  /** As a database, a document and a log would write the answers of {@code story.yaml}. */
  private static final List<String> QUESTIONNAIRE =
      List.of("1,0,2,1,3,0,1,2,0,1", "1, 0, 2, 1, 3, 0, 1, 2, 0, 1");

  /** A new one of these is planted each time. */
  private static final Set<Kind> FRESH =
      EnumSet.of(
          Kind.EXTERNAL_ID,
          Kind.CLINICIAN,
          Kind.WORDS,
          Kind.TRIGGER,
          Kind.SIMULATED,
          Kind.WEBHOOK_URL,
          Kind.WEBHOOK_DESCRIPTION);

  private static final List<String> IDS =
      List.of(
          "uuid",
          "uuidToo",
          "patientId",
          "sessionId",
          "assessmentId",
          "webhookId",
          "deliveryId",
          "replayId",
          "secretId",
          "erasureId");

  /** Plants what is the same each time. */
  static void plantFixed(Planted planted) {
    planted.plant(Kind.TIME_ZONE, "registerPatient", TIME_ZONE);
    planted.plant(Kind.ONSET, "completeAssessment", ONSET);
    planted.plant(Kind.VALID_UNTIL, "recordClearance", VALID_UNTIL);
    planted.plantAll(Kind.QUESTIONNAIRE, "completeAssessment", QUESTIONNAIRE);
  }

  Map<String, String> of(Requests.Form form) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(MILLIS);
    Map<String, String> all = new HashMap<>();
    all.put("now", now.toString());
    all.put("minuteAgo", now.minusMinutes(1).toString());
    all.put("twelveMinutesAgo", now.minusMinutes(12).toString());
    all.put("timeZone", TIME_ZONE);
    all.put("onset", ONSET);
    all.put("validUntil", VALID_UNTIL);
    all.put("receiver", receiver);
    all.put("version", "1");
    all.put("rule", "FL-1");
    all.put("exerciseId", "bridge");
    IDS.forEach(id -> all.put(id, UUID.randomUUID().toString()));
    all.putAll(given);
    for (Kind kind : FRESH) {
      if (kind.isNamedIn(form.body() + form.address())) {
        all.computeIfAbsent(kind.placeholder(), _ -> planted.plant(kind, operation.id()));
      }
    }
    return all;
  }
}
