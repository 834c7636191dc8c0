package health.backstep.plan.due.wire;

import health.backstep.plan.due.DueCourse;
import health.backstep.wire.EventPayload;
import java.nio.charset.StandardCharsets;

/** What is remembered of a patient, as the database keeps it. */
public final class StoredDueCourse {

  private StoredDueCourse() {}

  public static String write(DueCourse course) {
    return new String(EventPayload.write(course), StandardCharsets.UTF_8);
  }

  public static DueCourse read(String stored) {
    return EventPayload.read(
        stored.getBytes(StandardCharsets.UTF_8), "what is due", DueCourse.class);
  }
}
