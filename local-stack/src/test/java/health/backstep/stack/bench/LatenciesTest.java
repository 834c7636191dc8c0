package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "50, 50", "50.1, 51", "99, 99", "99.9, 100", "100, 100"})
  void takes_the_nearest_rank(double percent, double millis) {
    long[] hundredDownwards =
        LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();
    assertThat(new Latencies(hundredDownwards).millisAt(percent)).isEqualTo(millis);
  }

  @Test
  void refuses_to_tell_of_nothing() {
    assertThatThrownBy(() -> new Latencies(new long[0]).millisAt(50))
        .hasMessage("nothing was measured");
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 2, 2, 1, 3", "4, 4, 4, 4, 4, 4"})
  void tells_the_median_of_the_rounds_and_how_far_they_spread(
      double one, double two, double three, double median, double lowest, double highest) {
    assertThat(Spread.of(List.of(one, two, three))).isEqualTo(new Spread(median, lowest, highest));
  }

  @Test
  void takes_the_middle_of_two_rounds() {
    assertThat(Spread.of(List.of(1.0, 2.0)).over(Spread.of(List.of(3.0)))).isEqualTo(0.5);
  }

  @Test
  void finds_the_first_text_of_a_name() {
    String json = "{\"eventId\":\"a\",\"flare\":{\"eventId\":\"b\"}}";
    assertThat(Fields.text(json, "eventId")).isEqualTo("a");
    assertThatThrownBy(() -> Fields.text(json, "code")).hasMessageContaining("'code'");
  }
}
