package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Points at the last thing of a page, in a form that callers do not build upon. It names the thing
 * and not a place in the list, so that nothing is shown twice or left out when others are added.
 */
public final class Cursor {

  private Cursor() {}

  /** At a thing by its id. */
  public static String at(UUID id) {
    byte[] bytes = new byte[2 * Long.BYTES];
    ByteBuffer.wrap(bytes)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
    return text(bytes);
  }

  /** At a thing by its number in its list. */
  public static String at(long number) {
    byte[] bytes = new byte[Long.BYTES];
    ByteBuffer.wrap(bytes).putLong(number);
    return text(bytes);
  }

  /**
   * @throws ProblemException 400 when the cursor is not one at an id
   */
  public static UUID id(String cursor) {
    ByteBuffer bytes = bytes(cursor, 2 * Long.BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /**
   * @throws ProblemException 400 when the cursor is not one at a number
   */
  public static long number(String cursor) {
    return bytes(cursor, Long.BYTES).getLong();
  }

  /** What a cursor is answered with that did not come from this list. */
  public static ProblemException unknown() {
    return new ProblemException(
        400, "CURSOR_UNKNOWN", "Send the nextCursor of the page before, unchanged.", List.of());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ByteBuffer bytes(String cursor, int length) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    if (bytes.length != length) {
      throw unknown();
    }
    return ByteBuffer.wrap(bytes);
  }
}
