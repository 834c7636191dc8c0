package health.backstep.plan.change.edge;

import health.backstep.backbone.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/** A place in a tenant's feed, in a form that callers do not build upon. */
final class ChangeCursor {

  /** Asks for what comes from now on. */
  static final String LATEST = "latest";

  private static final String PREFIX = "c";

  private ChangeCursor() {}

  /** The place after the change of that number. */
  static String after(long number) {
    byte[] text = (PREFIX + number).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * The number after which a cursor goes on.
   *
   * @throws ProblemException 400 when it is none of this feed's, 410 when changes after it are gone
   */
  static long number(String cursor, ChangeFeed.Extent extent) {
    if (cursor.equals(LATEST)) {
      return extent.last();
    }
    long number = read(cursor).orElseThrow(ChangeCursor::unknown);
    if (number > extent.last()) {
      throw unknown();
    }
    if (number < extent.removed()) {
      throw expired();
    }
    return number;
  }

  /** Also refuses other spellings of the same number, so that equal places have equal cursors. */
  private static OptionalLong read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (!text.startsWith(PREFIX)) {
        return OptionalLong.empty();
      }
      long number = Long.parseLong(text.substring(PREFIX.length()));
      return number >= 0 && after(number).equals(cursor)
          ? OptionalLong.of(number)
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        400,
        "CURSOR_UNKNOWN",
        "Send a nextCursor or an event's id of this feed, unchanged; or 'latest'; or none to begin"
            + " at the oldest change.",
        List.of());
  }

  static ProblemException expired() {
    return new ProblemException(
        410,
        "CURSOR_EXPIRED",
        "Changes after this cursor are no longer kept. Read the plans of your patients anew, and"
            + " follow the feed without a cursor, from the oldest change that is kept.",
        List.of());
  }
}
