package health.backstep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.check.invariant.Finding.Verdict;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.nemesis.Strike;
import health.backstep.faults.report.RunTable;
import health.backstep.stack.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each of the most telling faults once; the data stays below {@code target} for whoever looks. */
class ShortRoundTest {

  private static final long SEED = 4;
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @Test
  void nothingIsLostAndNothingHappensTwice() throws InterruptedException {
    Result result = run();

    String table = String.join("\n", new RunTable(result).lines());
    assertThat(result.strikes()).as(table).isNotEmpty().allMatch(Strike::isClean);
    assertThat(result.findings())
        .as(table)
        .hasSize(12)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.HOLDS);
  }

  private static Result run() throws InterruptedException {
    return FaultRun.onItsOwn(
        Path.of("target", "short-round").toAbsolutePath(),
        REPOSITORY,
        Layout.standard(),
        RunOptions.shortRound(SEED),
        Watch.silent(),
        Progress.silent());
  }
}
