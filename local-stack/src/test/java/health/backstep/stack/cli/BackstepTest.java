package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BackstepTest {

  @TempDir Path dataDir;

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fly                                  | Unmatched argument at index 0: 'fly'",
        "up --port-offset x                   | 'x' is not an int",
        "up --port-offset 60000               | --port-offset 60000 does not fit",
        "demo                                 | run ./backstep up --data",
        "demo --speed quick                   | --speed is fast or slow",
        "logs                                 | Missing required parameter: 'SERVICE'",
        "logs plans                           | no process 'plans'",
        "logs plan                            | ./backstep up --data",
        "logs plan -n -1                      | not -1",
        "token --tenant t                     | Missing required option: '--scope",
        "token --tenant t --scope plans:eat   | Unknown scope 'plans:eat'",
        "token --tenant t --scope plans:read  | ./backstep up --data",
        "token --tenant t --scope ops:read --ttl soon  | 'soon' is not",
        "token --tenant t --scope ops:read --ttl PT0S  | --ttl must be longer",
      })
  void says_in_a_line_or_two_what_is_wrong(String typed, String expected) {
    assertThat(run(typed)).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains(expected);
    assertThat(err.toString().lines()).hasSizeBetween(1, 2);
  }

  @Test
  void has_nothing_to_stop_where_nothing_runs() {
    assertThat(run("down")).isZero();
  }

  @Test
  void tells_scripts_that_nothing_is_ready() {
    assertThat(run("status --json")).isEqualTo(1);
  }

  private int run(String typed) {
    List<String> words = new ArrayList<>(List.of(typed.strip().split(" +")));
    if (!words.getFirst().equals("fly")) {
      words.addAll(List.of("--data", dataDir.toString()));
    }
    CommandLine command = Backstep.commandLine();
    command.setErr(new PrintWriter(err, true));
    return command.execute(words.toArray(String[]::new));
  }
}
