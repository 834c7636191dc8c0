package health.backstep.faults.planted;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.check.invariant.Finding;
import health.backstep.planted.PlantedBug;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker is checked: each bug that is put into the packaged services has to be found. */
class PlantedBugsTest {

  private static final List<String> CAUGHT = new ArrayList<>();

  static List<Trial> trials() {
    return Trials.all();
  }

  @Test
  void every_bug_has_a_trial() {
    assertThat(Trials.all()).extracting(Trial::bug).containsExactly(PlantedBug.values());
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("trials")
  void is_caught(Trial trial) throws InterruptedException {
    List<Finding> broken = trial.run();

    assertThat(broken).as("%s got away", trial.bug()).anyMatch(Trial::isTelling);
    CAUGHT.add(trial.bug().argument());
    System.out.printf(
        "caught %d of %d: %s by %s%n",
        CAUGHT.size(),
        PlantedBug.values().length,
        trial.bug().argument(),
        broken.stream().map(Finding::invariant).collect(Collectors.joining(", ")));
    broken.forEach(
        finding ->
            finding.examples().stream().limit(1).forEach(each -> System.out.println("  " + each)));
  }
}
