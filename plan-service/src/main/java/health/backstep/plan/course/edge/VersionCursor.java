package health.backstep.plan.course.edge;

import health.backstep.backbone.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page of versions ended, in a form that callers do not build upon. */
final class VersionCursor {

  private static final String PREFIX = "v";

  private VersionCursor() {}

  static String after(int version) {
    byte[] text = (PREFIX + version).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static int before(@Nullable String cursor) {
    if (cursor == null) {
      return Integer.MAX_VALUE;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new ProblemException(
          400, "CURSOR_UNKNOWN", "Send the nextCursor of the page before, unchanged.", List.of());
    }
  }
}
