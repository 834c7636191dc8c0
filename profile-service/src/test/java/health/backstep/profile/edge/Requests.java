package health.backstep.profile.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Requests as a partner app sends them, to be bent by tests. */
final class Requests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  static ObjectNode patient() {
    return read(
        """
        {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": ["EXERCISE_BALL"],
         "minutesPerSession": 15, "sessionsPerWeek": 3}
        """);
  }

  static ObjectNode clearance(String status) {
    return read(
        """
        {"status": "%s", "loading": true, "by": "Dr. Rivera"}
        """
            .formatted(status));
  }

  static ObjectNode assessment() {
    return read(
        """
        {"assessedAt": "2026-11-20T09:00:00+01:00",
         "pain": {"now": 4, "average7d": 4, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL",
                  "onset": "2026-10-25", "nightPain": "NONE", "settling": "UP_TO_24_HOURS"},
         "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
         "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
         "movementTests": [{"direction": "EXTENSION", "location": "CENTRALISED",
                            "intensity": "BETTER", "lasting": true}],
         "redFlags": {"saddleNumbness": false, "bladderOrBowelChange": false, "legWeakness": "NONE",
           "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
           "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
           "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
           "spinalSurgeryWithinYear": false},
         "questionnaires": {"odi": [1,1,2,1,1,0,1,1,2,1],
                            "startBack": {"total": 3, "psychosocial": 1}}}
        """);
  }

  /** A value as it stands in JSON, for a field of a request. */
  static RawValue raw(String json) {
    return new RawValue(json);
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
