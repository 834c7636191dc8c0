package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds 0              | --seconds is 1 or more",
        "--seconds 3 --quick      | goes without --quick",
        "--growth 99              | from 100 on",
        "--growth 1000,100        | each above the one before",
        "--growth many            | not 'many'",
        "--growth --quick         | go without --growth",
        "--growth 1000 --weeks 0  | --weeks is 1 or more",
        "--json /no/such/file     | no folder /no/such",
      })
  void says_what_is_wrong_before_it_starts_anything(String typed, String expected) {
    StringWriter err = new StringWriter();
    String[] words = ("bench " + typed).split(" +", -1);

    int code = Backstep.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words);

    assertThat(code).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains(expected);
  }
}
