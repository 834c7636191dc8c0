package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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
        "demo --url 127.0.0.1 --token t       | --url is an address such as",
        "demo --url //127.0.0.1 --token t     | --url is an address such as",
        "demo --url http://127.0.0.1:1        | make the key with ./backstep secrets",
        "seed                                 | Missing required option: '--patients",
        "seed --patients 0                    | --patients is 1 to",
        "seed --patients 10 --weeks 0         | --weeks is 1 or more",
        "logs                                 | Missing required parameter: 'SERVICE'",
        "logs plans                           | no process 'plans'",
        "logs plan                            | ./backstep up --data",
        "logs plan -n -1                      | not -1",
        "token --tenant t                     | Missing required option: '--scope",
        "token --tenant t --scope plans:eat   | Unknown scope 'plans:eat'",
        "token --tenant t --scope plans:read  | ./backstep up --data",
        "token --tenant t --scope ops:read --ttl soon  | 'soon' is not",
        "token --tenant t --scope ops:read --ttl PT0S  | --ttl must be longer",
        "replay                               | Missing required option: '--check'",
        "replay --check                       | run ./backstep up --data",
        "replay --check --patient x           | 'x' is not an id",
        "replay --check --database-url plan   | begins with jdbc:postgresql:",
        "replay --check --database-url jdbc:postgresql://127.0.0.1:1/plan | BACKSTEP_DATABASE_USER",
        "doctor --compose=x                   | 'x' is not an int",
        "doctor --compose --url plan=http://127.0.0.1:1 | do not go together",
        "doctor --ca ca.pem                   | --ca goes with --url",
        "doctor --url http://127.0.0.1:1      | --url takes three addresses",
        "doctor --url diary=http://127.0.0.1:1 | there is no service 'diary'",
        "doctor --url plan=ftp://127.0.0.1    | 'ftp://127.0.0.1' is none",
        "doctor --url plan=http://127.0.0.1/v1 | without a path",
        "dlq list                             | run ./backstep up --data",
        "dlq list --service diary             | expected one of [PROFILE, PLAN, SESSION]",
        "dlq list --database-url jdbc:postgresql://127.0.0.1:1/plan | needs --service",
        "dlq show                             | Missing required parameter: 'ID'",
        "dlq show x                           | 'x' is not an id",
        "dlq replay                           | Missing required argument",
        "dlq replay --all 0198c0de-0000-7000-8000-000000000000 | Unmatched argument",
        "dlq replay 0198c0de-0000-7000-8000-000000000000 --cause X | --cause goes with --all",
        "dlq discard --note n                 | Missing required parameter: 'ID'",
        "audit verify                         | run ./backstep up --data",
        "audit verify --head demo:1           | 'demo:1' is no head such as",
        "audit verify --database-url jdbc:postgresql://127.0.0.1:1/plan | needs --service",
        "audit list --limit 0                 | --limit is 1 or more",
        "rebuild                              | Missing required parameter: 'TOPIC'",
        "rebuild pt.plan.events.v1            | run ./backstep up --data",
        "rebuild pt.plan.events.v1 --wait PT0S | --wait must be longer",
        "backup                               | run ./backstep up --data",
        "backup --keep 0                      | --keep is 1 or more",
        "restore                              | There is no backup in",
        "restore nowhere                      | There is no backup",
        "restore --to soon                    | --to is latest, backup or a time such as",
        "ruleset compare 1                    | Missing required parameter: 'NEW'",
        "ruleset compare 1 none               | 'none' is neither a shipped rule set (1",
        "ruleset compare 1 1                  | run ./backstep up --data",
      })
  void says_in_a_line_or_two_what_is_wrong(String typed, String expected) {
    assertThat(run(typed)).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains(expected);
    assertThat(err.toString().lines()).hasSizeBetween(1, 2);
  }

  @Test
  void says_what_can_be_done_with_rule_sets() {
    CommandLine command = Backstep.commandLine().setErr(new PrintWriter(err, true));

    assertThat(command.execute("ruleset")).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains("Missing the command: compare");
  }

  @Test
  void says_what_can_be_done_with_dead_letters() {
    CommandLine command = Backstep.commandLine().setErr(new PrintWriter(err, true));

    assertThat(command.execute("dlq")).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains("Missing the command: list, show, replay, discard or log");
  }

  @Test
  void says_all_that_is_wrong_with_a_rule_set_file() throws IOException {
    Path file = dataDir.resolve("rules.yaml");
    Files.writeString(file, "version: 2\nrules:\n- id: RG-MILD\n  thresholds: {a: -1}\n");

    assertThat(run("ruleset compare 1 " + file)).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString())
        .contains(file + " is refused as a rule set, because of 7 faults")
        .contains("line 3, RG-MILD: sources names nothing")
        .contains("line 4, RG-MILD, thresholds: a must be a whole number from 0 on");
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
