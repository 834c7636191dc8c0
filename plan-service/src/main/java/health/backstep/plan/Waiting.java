package health.backstep.plan;

import health.backstep.backbone.problem.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** How long a caller is ready to wait for something to come. */
public final class Waiting {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Waiting() {}

  /**
   * @param text an ISO-8601 duration; more than 30 seconds count as 30
   * @throws ProblemException 400 when it is none
   */
  public static Duration parse(String text) {
    try {
      Duration asked = Duration.parse(text);
      if (!asked.isNegative()) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
      }
    } catch (DateTimeParseException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static ProblemException malformed() {
    return new ProblemException(
        400, "WAIT_MALFORMED", "wait is an ISO-8601 duration such as PT5S.", List.of());
  }
}
