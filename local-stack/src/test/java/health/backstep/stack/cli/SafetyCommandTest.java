package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SafetyCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void counts_what_was_checked_and_what_was_reached() {
    int exit = run(Backstep.commandLine(), "safety", "--patients", "200", "--property", "3");

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("200 histories", "3 emergency closes", "flares opened", "100 %");
  }

  @Test
  void prints_the_smallest_failing_history_and_how_to_run_it_again() {
    CommandLine faulty = new CommandLine(new SafetyCommand(deafToRedFlags()));

    int exit = run(faulty, "--patients", "200", "--property", "3");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("with an open emergency flag", "red flag, emergency")
        .containsPattern("Again: ./backstep safety --patients 1 --seed \\d+ --property 3");
  }

  @ParameterizedTest
  @CsvSource({"--patients, 0, --patients is 1 or more", "--property, 11, '--property is 1 to 10'"})
  void says_what_is_wrong(String option, String value, String expected) {
    int exit = run(Backstep.commandLine(), "safety", option, value);

    assertThat(exit).isEqualTo(Backstep.USER_ERROR);
    assertThat(err.toString()).contains(expected);
  }

  private int run(CommandLine command, String... words) {
    return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(words);
  }

  private static Planner deafToRedFlags() {
    Planner planner = Ground.current().planner();
    return (state, event) ->
        event instanceof RedFlagRaised
            ? new Step(state, Optional.empty())
            : planner.apply(state, event);
  }
}
