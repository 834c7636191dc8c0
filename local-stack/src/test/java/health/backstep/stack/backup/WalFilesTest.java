package health.backstep.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalFilesTest {

  private static final long MB_16 = 16L << 20;
  private static final long GB_1 = 1L << 30;

  @Test
  void one_file_is_enough_when_begin_and_end_lie_in_it() {
    assertThat(WalFiles.upTo("000000010000000000000003", "0/3000158", MB_16))
        .containsExactly("000000010000000000000003");
  }

  @Test
  void an_end_at_the_edge_of_a_file_needs_no_further_one() {
    assertThat(WalFiles.upTo("000000010000000000000003", "0/4000000", MB_16))
        .containsExactly("000000010000000000000003");
    assertThat(WalFiles.upTo("000000010000000000000003", "0/4000001", MB_16))
        .containsExactly("000000010000000000000003", "000000010000000000000004");
  }

  @Test
  void the_upper_half_of_the_number_grows_with_the_size_of_the_files() {
    assertThat(WalFiles.upTo("0000000A00000001000000FF", "2/1000000", MB_16))
        .containsExactly("0000000A00000001000000FF", "0000000A0000000200000000");
    assertThat(WalFiles.upTo("000000010000000100000003", "2/20", GB_1))
        .containsExactly("000000010000000100000003", "000000010000000200000000");
  }
}
