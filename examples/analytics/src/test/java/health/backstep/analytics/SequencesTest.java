package health.backstep.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.analytics.Sequences.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequencesTest {

  private final Sequences sequences = new Sequences();

  @Test
  void aNumberIsNewOnce() {
    assertThat(sequences.add(2)).isTrue();
    assertThat(sequences.add(2)).isFalse();
    assertThat(sequences.add(1)).isTrue();
    assertThat(sequences.add(3)).isTrue();
    assertThat(sequences.add(1)).isFalse();
    assertThat(sequences.add(3)).isFalse();
  }

  @Test
  void whatNeverCameIsMissing() {
    List.of(2L, 3L, 7L, 9L).forEach(sequences::add);

    assertThat(sequences.missingFrom(1))
        .containsExactly(new Range(1, 1), new Range(4, 6), new Range(8, 8));
    assertThat(sequences.missingFrom(sequences.first()))
        .containsExactly(new Range(4, 6), new Range(8, 8));
  }

  @Test
  void theOrderDoesNotMatter() {
    List<Long> numbers = new ArrayList<>(LongStream.rangeClosed(1, 500).boxed().toList());
    numbers.remove(Long.valueOf(77));
    Collections.shuffle(numbers, new Random(4));

    assertThat(numbers).allMatch(sequences::add);
    assertThat(numbers).noneMatch(sequences::add);
    assertThat(sequences.missingFrom(1)).containsExactly(new Range(77, 77));
  }
}
