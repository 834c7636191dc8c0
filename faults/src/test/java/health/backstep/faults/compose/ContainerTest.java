package health.backstep.faults.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTest {

  @ParameterizedTest
  @CsvSource({
    "512B / 1GiB, 512",
    "1.5KiB / 1GiB, 1536",
    "211.5MiB / 384MiB, 221773824",
    "1GiB / 2GiB, 1073741824"
  })
  void memory_is_read_in_the_engines_words(String usage, long bytes) {
    assertThat(Container.bytes(usage)).isEqualTo(bytes);
  }

  @Test
  void other_words_are_no_amount_of_memory() {
    assertThatThrownBy(() -> Container.bytes("-- / --")).isInstanceOf(RuntimeException.class);
  }
}
