package health.backstep.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.backstep.simulation.wire.SimulationRequest;
import java.util.List;

/** Bodies as partners post them. */
public final class Bodies {

  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  public static final String PATIENT =
      """
      {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
       "minutesPerSession": 15, "sessionsPerWeek": 3}
      """;

  private Bodies() {}

  public static SimulationRequest request(
      String patient, String assessment, String clearance, List<String> history) {
    return read(
        """
        {"patient": %s, "assessment": %s, "clearance": %s, "history": [%s]}
        """
            .formatted(patient, assessment, clearance, String.join(",", history)));
  }

  public static SimulationRequest read(String json) {
    try {
      return JSON.readValue(json, SimulationRequest.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** An assessment with that 7-day average and that answer to the question of saddle numbness. */
  public static String assessment(String at, int average7d, boolean saddleNumbness) {
    return """
    {"assessedAt": "%s",
     "pain": {"now": %d, "average7d": %d, "worst24h": 6, "location": "LOW_BACK",
              "quality": "DULL", "onset": "2026-08-20", "nightPain": "NONE",
              "settling": "UP_TO_24_HOURS"},
     "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
     "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
     "movementTests": [{"direction": "EXTENSION", "location": "CENTRALISED",
                        "intensity": "BETTER", "lasting": true}],
     "redFlags": {"saddleNumbness": %s, "bladderOrBowelChange": false, "legWeakness": "NONE",
       "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
       "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
       "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
       "spinalSurgeryWithinYear": false},
     "questionnaires": {"odi": [1,1,2,1,1,0,1,1,2,1],
                        "startBack": {"total": 3, "psychosocial": 1}}}
    """
        .formatted(at, average7d, average7d, saddleNumbness);
  }

  /** A session of the plan version 1 that names one exercise. */
  public static String session(String endedAt, String exerciseId, int level) {
    return """
    {"planVersion": 1, "startedAt": "2026-09-02T07:00:00+02:00", "endedAt": "%s",
     "painBefore": 2, "painAfter": 2, "exercises": [{"exerciseId": "%s", "level": %d,
       "setsDone": 1, "painDuring": 1}]}
    """
        .formatted(endedAt, exerciseId, level);
  }

  public static String checkIn(String at, int pain) {
    return "{\"at\": \"%s\", \"pain\": %d, \"soreness\": {\"present\": false}}".formatted(at, pain);
  }

  public static String flare(String at, int pain) {
    return """
    {"at": "%s", "pain": %d, "hardToTolerate": true, "activitiesLimited": true, "worried": false}
    """
        .formatted(at, pain);
  }

  public static String clearance(String at) {
    return "{\"at\": \"%s\", \"status\": \"CLEARED\", \"loading\": false, \"by\": \"Dr. Rivera\"}"
        .formatted(at);
  }
}
