package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.load.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** On parts that are always ready: what goes wrong is only what the probe says. */
class NemesisTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> struck = new ArrayList<>();
  private final Ground ground = new Ground(new Journal(), 0);

  @Test
  void strikesEveryFaultOfTheScheduleAndTellsHowLongTheRecoveryTook() throws Exception {
    List<Strike> strikes = nemesis(() -> true).unleash(once(fault("a"), fault("b")), LONG);

    assertThat(struck).containsExactlyInAnyOrder("a", "b");
    assertThat(strikes).extracting(Strike::name).containsExactlyElementsOf(struck);
    assertThat(strikes).allSatisfy(strike -> assertThat(strike.recovered()).isPresent());
    assertThat(strikes)
        .allSatisfy(strike -> assertThat(strike.ended()).isAfterOrEqualTo(strike.begun()));
  }

  @Test
  void waitsUntilTheProbeWorksBeforeItStrikesAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();

    List<Strike> strikes =
        nemesis(() -> asked.incrementAndGet() > 3).unleash(once(fault("a")), LONG);

    assertThat(asked).hasValue(4);
    assertThat(strikes.getFirst().recovered().orElseThrow()).isGreaterThan(SHORT);
  }

  @Test
  void stopsWhenThePlatformDoesNotRecover() throws Exception {
    List<Strike> strikes =
        new Nemesis(new CalmCluster(), ground, () -> false, Onlooker.silent(), SHORT)
            .unleash(once(fault("a"), fault("b")), LONG);

    assertThat(strikes).hasSize(1);
    assertThat(strikes.getFirst().recovered()).isEmpty();
  }

  @Test
  void stopsWhenTheTimeIsOver() throws Exception {
    assertThat(nemesis(() -> true).unleash(Schedule.endless(1, List.of(fault("a"))), SHORT))
        .isNotEmpty();
  }

  @Test
  void tellsWhyAFaultCouldNotBeDoneAsPlanned() throws Exception {
    Fault clumsy =
        Fault.of(
            "clumsy",
            Set.of(Area.DATABASE),
            (cluster, random, ground) -> {
              throw new IllegalStateException("nothing to strike");
            });

    Strike strike = nemesis(() -> true).unleash(once(clumsy), LONG).getFirst();

    assertThat(strike.isClean()).isFalse();
    assertThat(strike.trouble()).isEqualTo("IllegalStateException: nothing to strike");
    assertThat(strike.recovered()).isPresent();
  }

  private Nemesis nemesis(Probe probe) {
    return new Nemesis(new CalmCluster(), ground, probe, Onlooker.silent());
  }

  private static Schedule once(Fault... faults) {
    return Schedule.once(1, List.of(faults));
  }

  private Fault fault(String name) {
    return Fault.of(name, Area.EVERYTHING, (cluster, random, ground) -> struck.add(name));
  }
}
