package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

  @Test
  void reads_the_kernels_line() {
    String status = "Name:\tjava\nVmHWM:\t  409600 kB\nVmRSS:\t  307200 kB\nRssAnon:\t 1 kB\n";
    assertThat(ResidentMemory.megabytes(status)).isEqualTo(300);
  }

  @Test
  void says_that_there_is_none() {
    assertThatThrownBy(() -> ResidentMemory.megabytes("Name:\tkthreadd\n"))
        .hasMessageContaining("no resident memory");
  }
}
