package health.backstep.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.seed.Happening.Assessed;
import health.backstep.stack.seed.Happening.Flared;
import health.backstep.stack.seed.Happening.Trained;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T20:41:00+01:00");

  @ParameterizedTest
  @CsvSource({"0, 1", "6, 1", "0, 52", "6, 52"})
  void happens_in_the_order_of_time_and_is_over_a_day_ago(int number, int weeks) {
    List<OffsetDateTime> times =
        Life.endingBefore(NOW, number, weeks).happenings().stream().map(Happening::at).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times.getLast()).isBefore(NOW.minusHours(23));
  }

  @Test
  void is_a_year_of_training_with_flares_and_assessments() {
    List<Happening> year = Life.endingBefore(NOW, 0, 52).happenings();
    assertThat(year.getFirst()).isInstanceOf(Assessed.class);
    assertThat(year).filteredOn(Trained.class::isInstance).hasSize(52 * 3 - 2 * 6);
    assertThat(year).filteredOn(Flared.class::isInstance).hasSize(6);
    assertThat(year).filteredOn(Assessed.class::isInstance).hasSize(1 + 8);
  }

  @Test
  void is_another_one_for_each_number() {
    List<List<Happening>> lives =
        IntStream.range(0, Life.DIFFERENT)
            .mapToObj(number -> Life.endingBefore(NOW, number, 16).happenings())
            .toList();
    assertThat(lives.stream().map(life -> life.getFirst().at().getDayOfWeek()))
        .doesNotHaveDuplicates();
    assertThat(lives).doesNotHaveDuplicates();
  }
}
