package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  private static final int LARGEST = 200;
  private static final int CURSOR_BYTES = 16;

  /**
   * A page of things with time-ordered ids.
   *
   * @param found up to {@code limit + 1} things, newest first
   */
  public static <R, T> Page<T> of(
      List<R> found, int limit, Function<R, UUID> id, Function<R, T> view) {
    boolean more = found.size() > limit;
    List<R> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(view).toList(), more ? cursor(id.apply(shown.getLast())) : null);
  }

  /**
   * The limit as asked, checked.
   *
   * @throws ProblemException 400 when it is not from 1 to 200
   */
  public static int limit(int asked) {
    if (asked < 1 || asked > LARGEST) {
      throw new ProblemException(
          400, "LIMIT_OUT_OF_RANGE", "limit is 1 to " + LARGEST + ".", List.of());
    }
    return asked;
  }

  /**
   * The id that a page ended at; without a cursor one that comes after all.
   *
   * @throws ProblemException 400 when the cursor is not one of ours
   */
  public static UUID before(@Nullable String cursor) {
    if (cursor == null) {
      return new UUID(-1L, -1L);
    }
    byte[] bytes = decoded(cursor);
    if (bytes.length != CURSOR_BYTES) {
      throw new ProblemException(
          400, "CURSOR_UNKNOWN", "Send the nextCursor of the page before, unchanged.", List.of());
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static byte[] decoded(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static String cursor(UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(CURSOR_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
