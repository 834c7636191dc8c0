package health.backstep.session.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Requests as a partner app sends them, to be bent by tests. */
final class Requests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  static ObjectNode greenSession() {
    return read(
        """
        {"planVersion": 1, "startedAt": "2026-11-20T07:00:00+01:00",
         "endedAt": "2026-11-20T07:11:00+01:00", "painBefore": 2, "painAfter": 2,
         "exercises": [{"exerciseId": "bridge", "level": 2, "setsDone": 2, "repsDone": [8, 8],
                        "painDuring": 2, "exertion": 4}]}
        """);
  }

  /** The example of the API description: it hurts, and it is stopped. */
  static ObjectNode painfulSession() {
    return read(
        """
        {"planVersion": 1, "startedAt": "2026-11-21T07:00:00+01:00",
         "endedAt": "2026-11-21T07:11:00+01:00", "painBefore": 3, "painAfter": 6,
         "exercises": [{"exerciseId": "bridge", "level": 2, "setsDone": 1, "repsDone": [6],
                        "painDuring": 6, "quality": "SHARP", "location": "LOW_BACK",
                        "stopped": "PAIN", "exertion": 5}],
         "redFlags": {"saddleNumbness": false}}
        """);
  }

  /** Sore in the warm-up and in the bridge after it, of a plan that tells its blocks. */
  static ObjectNode soreSession() {
    return read(
        """
        {"planVersion": 2, "startedAt": "2026-11-20T07:00:00+01:00",
         "endedAt": "2026-11-20T07:11:00+01:00", "painBefore": 2, "painAfter": 2,
         "exercises": [{"exerciseId": "cat-cow", "level": 1, "setsDone": 1, "repsDone": [6],
                        "painDuring": 2, "quality": "DULL", "location": "WORKED_MUSCLE"},
                       {"exerciseId": "bridge", "level": 2, "setsDone": 2, "repsDone": [8, 8],
                        "painDuring": 2, "quality": "DULL", "location": "WORKED_MUSCLE"}]}
        """);
  }

  static ObjectNode checkIn(String at, int pain) {
    return read(
        """
        {"at": "%s", "pain": %d, "soreness": {"present": false}}
        """
            .formatted(at, pain));
  }

  static ObjectNode flare(int pain) {
    return read(
        """
        {"at": "2026-11-21T08:00:00+01:00", "pain": %d, "lastedHours": 3, "hardToTolerate": false,
         "activitiesLimited": true, "worried": false, "quality": "DULL", "location": "LOW_BACK"}
        """
            .formatted(pain));
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
