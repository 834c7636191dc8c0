package health.backstep.safety;

import health.backstep.safety.property.Finding;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Run;
import health.backstep.safety.run.RunStep;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one worker of a safety run has counted. */
final class Tally {

  private static final Reached[] GOALS = Reached.values();
  private static final long NONE = Long.MAX_VALUE;

  private final List<SafetyProperty> properties;
  private final long[] checked;
  private final long[] failed;
  private final long[] firstSeed;
  private final long[] reached = new long[GOALS.length];
  private long histories;
  private long events;
  private long versions;

  Tally(List<SafetyProperty> properties) {
    this.properties = properties;
    this.checked = new long[properties.size()];
    this.failed = new long[properties.size()];
    this.firstSeed = new long[properties.size()];
    Arrays.fill(firstSeed, NONE);
  }

  void count(Run run, long place) {
    histories++;
    events += run.steps().size();
    for (RunStep step : run.steps()) {
      versions += step.version().isPresent() ? 1 : 0;
      for (int i = 0; i < GOALS.length; i++) {
        reached[i] += GOALS[i].by(step) ? 1 : 0;
      }
    }
    for (int i = 0; i < properties.size(); i++) {
      Finding finding = properties.get(i).check().apply(run);
      checked[i] += finding.checked();
      if (finding.isBroken()) {
        failed[i]++;
        firstSeed[i] = Math.min(firstSeed[i], place);
      }
    }
  }

  void add(Tally other) {
    histories += other.histories;
    events += other.events;
    versions += other.versions;
    for (int i = 0; i < reached.length; i++) {
      reached[i] += other.reached[i];
    }
    for (int i = 0; i < checked.length; i++) {
      checked[i] += other.checked[i];
      failed[i] += other.failed[i];
      firstSeed[i] = Math.min(firstSeed[i], other.firstSeed[i]);
    }
  }

  long histories() {
    return histories;
  }

  long events() {
    return events;
  }

  long versions() {
    return versions;
  }

  long checked(int property) {
    return checked[property];
  }

  long failed(int property) {
    return failed[property];
  }

  /** Place of the first history that failed. */
  long first(int property) {
    return firstSeed[property];
  }

  Map<Reached, Long> coverage() {
    Map<Reached, Long> coverage = new EnumMap<>(Reached.class);
    for (int i = 0; i < GOALS.length; i++) {
      coverage.put(GOALS[i], reached[i]);
    }
    return coverage;
  }
}
