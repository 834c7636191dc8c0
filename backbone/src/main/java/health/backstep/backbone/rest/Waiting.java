<<<<<<<< HEAD:backbone/src/main/java/health/backstep/backbone/rest/Waiting.java
package health.backstep.backbone.rest;
========
package health.backstep.plan;
>>>>>>>> h/changes:plan-service/src/main/java/health/backstep/plan/Waiting.java

import health.backstep.backbone.problem.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

<<<<<<<< HEAD:backbone/src/main/java/health/backstep/backbone/rest/Waiting.java
/** How long a caller is ready to wait for an event's effect. */
========
/** How long a caller is ready to wait for something to come. */
>>>>>>>> h/changes:plan-service/src/main/java/health/backstep/plan/Waiting.java
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
