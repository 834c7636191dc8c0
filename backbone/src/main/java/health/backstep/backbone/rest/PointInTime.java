package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.wire.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time that a caller names in the query. */
public final class PointInTime {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  private PointInTime() {}

  /**
   * The time, or null when none is named.
   *
   * @param parameter its name
   * @param text ISO 8601 with offset, of the years 1970 to 9998
   * @throws ProblemException 400 when it is something else
   */
  public static @Nullable Instant parse(String parameter, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      throw malformed(parameter);
    }
    throw malformed(parameter);
  }

  private static ProblemException malformed(String parameter) {
    String words = "Send a time with offset, such as 2026-11-23T08:00:00Z.";
    return new ProblemException(
        400, "INVALID_REQUEST", words, List.of(new Fault("/" + parameter, "WRONG_TYPE", words)));
  }
}
