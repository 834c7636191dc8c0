package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuUseTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void counts_all_but_idle_and_waiting() {
    assertThat(CpuUse.busy("cpu  100 1 20 9000 800 3 4 5 0 0")).isEqualTo(133);
  }

  @Test
  void counts_a_process_and_its_children_that_have_ended_whatever_its_name() {
    assertThat(CpuUse.used("7 (a) b) S 1 7 7 0 -1 4194560 10 0 0 0 11 22 33 44 20 0 1"))
        .isEqualTo(110);
  }

  @ParameterizedTest
  @CsvSource({"400, 400, 0", "400, 300, 0.25", "400, 0, 1", "100, 140, 0"})
  void tells_the_share_that_others_took(long all, long ours, double share) {
    CpuUse before = new CpuUse(1_000, 500, 0);
    CpuUse after = new CpuUse(1_000 + all, 500 + ours, 2 * SECOND);
    assertThat(after.takenByOthers(before, 2)).isEqualTo(share);
  }
}
