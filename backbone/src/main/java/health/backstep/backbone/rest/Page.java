package health.backstep.backbone.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * A page of what was found, with a cursor to its last item when something was found behind it.
   *
   * @param found up to {@code limit + 1} things in the order of the list
   * @param key the cursor that points at a thing
   */
  public static <R, T> Page<T> of(
      List<R> found, int limit, Function<R, String> key, Function<R, T> view) {
    boolean more = found.size() > limit;
    List<R> shown = more ? found.subList(0, limit) : found;
    return new Page<>(shown.stream().map(view).toList(), more ? key.apply(shown.getLast()) : null);
  }
}
