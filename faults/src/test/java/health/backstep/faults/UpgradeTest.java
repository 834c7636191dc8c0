package health.backstep.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.upgrade.UpgradeRun;
import health.backstep.faults.upgrade.Upgraded;
import health.backstep.faults.upgrade.Version;
import health.backstep.stack.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Forwards and back between the packaged services of {@code -Dbackstep.upgrade.from=DIR} and these.
 * Without another version each instance is replaced by itself, which has to lose as little. The
 * data stays below {@code target} for whoever looks.
 */
@Tag("long")
class UpgradeTest {

  private static final long SEED = 5;
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Version HERE = Version.here(REPOSITORY);

  @Test
  void nothingIsLostOnTheWay() throws InterruptedException {
    Upgraded upgraded =
        run().on(Path.of("target", "upgrade").toAbsolutePath(), Watch.silent(), Progress.silent());

    String lines = String.join("\n", upgraded.lines());
    System.out.println(lines);
    assertThat(upgraded.isWell()).as(lines).isTrue();
    assertThat(upgraded.regressedFlares()).as(lines).isPositive();
  }

  private static UpgradeRun run() {
    return Optional.ofNullable(System.getProperty("backstep.upgrade.from"))
        .map(Path::of)
        .map(folder -> new Version("the version before", folder.toAbsolutePath()))
        .map(before -> UpgradeRun.thereAndBack(before, HERE, SEED))
        .orElseGet(() -> new UpgradeRun(HERE, List.of(HERE), SEED));
  }
}
