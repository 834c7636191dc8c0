package health.backstep.backbone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  private final List<UUID> stored = new ArrayList<>();

  @Test
  void aPageWithMoreBehindItEndsWithACursorToItsLast() {
    store(3);

    Page<UUID> page = page(2, null);

    assertThat(page.items()).isEqualTo(newestFirst().subList(0, 2));
    assertThat(Cursor.id(page.nextCursor())).isEqualTo(newestFirst().get(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theLastPageHasNoCursor(int left) {
    store(left);

    assertThat(page(2, null)).isEqualTo(new Page<>(newestFirst(), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 200})
  void aWalkShowsEachThingOnceWhileOthersAreAdded(int limit) {
    store(7);
    List<UUID> thereAtTheStart = newestFirst();
    List<UUID> seen = new ArrayList<>();

    @Nullable String cursor = null;
    do {
      Page<UUID> page = page(limit, cursor);
      seen.addAll(page.items());
      cursor = page.nextCursor();
      store(1);
    } while (cursor != null);

    assertThat(seen).isEqualTo(thereAtTheStart);
  }

  @Test
  void aWalkOverNumbersIsTheSame() {
    List<Long> first = numbers(5, null).items();
    Page<Long> page = numbers(2, null);
    Page<Long> next = numbers(2, page.nextCursor());
    Page<Long> last = numbers(2, next.nextCursor());

    assertThat(Stream.of(page, next, last).flatMap(each -> each.items().stream()))
        .isEqualTo(first)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(last.nextCursor()).isNull();
  }

  @Test
  void aWalkOverAListMadeAnewGoesOnBehindTheSameThing() {
    store(4);
    List<UUID> before = newestFirst();
    Page<UUID> page = made(2, null);
    stored.add(UUID.fromString("00000000-0000-7000-8000-000000000000"));
    store(1);

    assertThat(made(2, page.nextCursor()).items()).isEqualTo(before.subList(2, 4));
  }

  @Test
  void aCursorOfAThingThatIsNotInTheListIsRefused() {
    store(2);

    assertRefused(() -> made(2, Cursor.at(Uuid7.next())), "CURSOR_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä"})
  void aCursorThatIsNoneOfOursIsRefused(String cursor) {
    assertRefused(() -> page(2, cursor), "CURSOR_UNKNOWN");
    assertRefused(() -> numbers(2, cursor), "CURSOR_UNKNOWN");
    assertRefused(() -> made(2, cursor), "CURSOR_UNKNOWN");
  }

  @Test
  void anEmptyCursorIsNone() {
    store(3);

    assertThat(page(2, "")).isEqualTo(page(2, null));
  }

  @Test
  void aCursorOfAListOfAnotherKindIsRefused() {
    assertRefused(() -> numbers(2, Cursor.at(Uuid7.next())), "CURSOR_UNKNOWN");
    assertRefused(() -> page(2, Cursor.at(7)), "CURSOR_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
  void aLimitOutOfRangeIsRefused(int limit) {
    assertRefused(() -> new PageRequest(limit, null), "LIMIT_OUT_OF_RANGE");
  }

  private static void assertRefused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private void store(int count) {
    Stream.generate(Uuid7::next).limit(count).forEach(stored::add);
  }

  private List<UUID> newestFirst() {
    return stored.stream().sorted(Comparator.comparing(UUID::toString).reversed()).toList();
  }

  private Page<UUID> page(int limit, @Nullable String cursor) {
    return new PageRequest(limit, cursor)
        .newestFirst(
            (before, most) ->
                newestFirst().stream()
                    .filter(id -> id.toString().compareTo(before.toString()) < 0)
                    .limit(most)
                    .toList(),
            Function.identity(),
            Function.identity());
  }

  private Page<UUID> made(int limit, @Nullable String cursor) {
    return new PageRequest(limit, cursor)
        .of(newestFirst(), Function.identity(), Function.identity());
  }

  private static Page<Long> numbers(int limit, @Nullable String cursor) {
    return new PageRequest(limit, cursor)
        .highestFirst(
            (before, most) ->
                LongStream.iterate(5, number -> number > 0, number -> number - 1)
                    .filter(number -> number < before)
                    .limit(most)
                    .boxed()
                    .toList(),
            number -> number,
            Function.identity());
  }
}
