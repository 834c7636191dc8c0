package health.backstep.backbone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void aPageWithMoreBehindItEndsWithACursorToItsLast() {
    List<UUID> found = Stream.generate(Uuid7::next).limit(3).toList();

    Page<UUID> page = page(found, 2);

    assertThat(page.items()).isEqualTo(found.subList(0, 2));
    assertThat(Page.before(page.nextCursor())).isEqualTo(found.get(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theLastPageHasNoCursor(int left) {
    List<UUID> found = Stream.generate(Uuid7::next).limit(left).toList();

    assertThat(page(found, 2)).isEqualTo(new Page<>(found, null));
  }

  @Test
  void withoutACursorNothingComesBeforeTheFirstPage() {
    assertThat(Page.before(null).toString()).isEqualTo("ffffffff-ffff-ffff-ffff-ffffffffffff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä"})
  void aCursorThatIsNoneOfOursIsRefused(String cursor) {
    assertThatThrownBy(() -> Page.before(cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("CURSOR_UNKNOWN"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 200})
  void aLimitFrom1To200IsTaken(int limit) {
    assertThat(Page.limit(limit)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
  void anotherLimitIsRefused(int limit) {
    assertThatThrownBy(() -> Page.limit(limit))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.status()).isEqualTo(400));
  }

  private static Page<UUID> page(List<UUID> found, int limit) {
    return Page.of(found, limit, Function.identity(), Function.identity());
  }
}
