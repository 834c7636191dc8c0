package health.backstep.safety;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.safety.history.Histories;
import health.backstep.safety.property.Finding;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.Running;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The ten safety properties, each held against every one of 20,000 histories. A failing history is
 * made small by the module itself, because a seed has no smaller seed.
 */
class SafetyTest {

  private static final Ground GROUND = Ground.current();
  private static final Planner PLANNER = GROUND.planner();

  @Property(
      tries = 20_000,
      seed = "20261121",
      generation = GenerationMode.RANDOMIZED,
      shrinking = ShrinkingMode.OFF)
  void every_plan_of_any_history_is_safe(@ForAll long seed) {
    Run run = Running.of(Histories.of(seed), GROUND, PLANNER);
    List<String> broken = new ArrayList<>();
    for (SafetyProperty property : SafetyProperty.ALL) {
      Finding finding = property.check().apply(run);
      if (finding.isBroken()) {
        broken.addAll(FailingCase.of(property, seed, GROUND, PLANNER).lines());
      }
    }
    assertThat(broken).isEmpty();
  }
}
