package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, alike for every list of every service.
 *
 * @param limit most items on the page, 1 to 200
 * @param cursor {@code nextCursor} of the page before; null for the first page
 */
public record PageRequest(
    @QueryParam("limit") @DefaultValue("20") int limit,
    @QueryParam("cursor") @Nullable String cursor) {

  private static final int LARGEST = 200;
  private static final UUID AFTER_ALL = new UUID(-1L, -1L);

  /** Reads what comes in a list behind a key. */
  @FunctionalInterface
  public interface Reading<K, R> {

    /** Up to so many things behind the key, the nearest first. */
    List<R> behind(K key, int most);
  }

  /**
   * @throws ProblemException 400 when the limit is not from 1 to 200
   */
  public PageRequest {
    if (limit < 1 || limit > LARGEST) {
      throw new ProblemException(
          400, "LIMIT_OUT_OF_RANGE", "limit is 1 to " + LARGEST + ".", List.of());
    }
    cursor = cursor == null || cursor.isEmpty() ? null : cursor;
  }

  /**
   * A page of things with time-ordered ids, newest first.
   *
   * @throws ProblemException 400 when the cursor is not one of ours
   */
  public <R, T> Page<T> newestFirst(
      Reading<UUID, R> reading, Function<R, UUID> id, Function<R, T> view) {
    UUID before = cursor == null ? AFTER_ALL : Cursor.id(cursor);
    return Page.of(reading.behind(before, limit + 1), limit, row -> Cursor.at(id.apply(row)), view);
  }

  /**
   * A page of things that are numbered, the highest first.
   *
   * @throws ProblemException 400 when the cursor is not one of ours
   */
  public <R, T> Page<T> highestFirst(
      Reading<Long, R> reading, Function<R, Number> number, Function<R, T> view) {
    long before = cursor == null ? Long.MAX_VALUE : Cursor.number(cursor);
    return Page.of(
        reading.behind(before, limit + 1),
        limit,
        row -> Cursor.at(number.apply(row).longValue()),
        view);
  }

  /**
   * A page of things that are numbered from 1, the lowest first.
   *
   * @throws ProblemException 400 when the cursor is not one of ours
   */
  public <R, T> Page<T> lowestFirst(
      Reading<Long, R> reading, Function<R, Number> number, Function<R, T> view) {
    long behind = cursor == null ? 0 : Cursor.number(cursor);
    return Page.of(
        reading.behind(behind, limit + 1),
        limit,
        row -> Cursor.at(number.apply(row).longValue()),
        view);
  }

  /**
   * A page of a list that is made anew at each call and may get items in its midst.
   *
   * @throws ProblemException 400 when the cursor is not one of this list
   */
  public <R, T> Page<T> of(List<R> all, Function<R, UUID> id, Function<R, T> view) {
    List<R> rest = all.subList(start(all.stream().map(id).toList()), all.size());
    return Page.of(rest, limit, row -> Cursor.at(id.apply(row)), view);
  }

  private int start(List<UUID> ids) {
    if (cursor == null) {
      return 0;
    }
    int last = ids.indexOf(Cursor.id(cursor));
    if (last < 0) {
      throw Cursor.unknown();
    }
    return last + 1;
  }
}
