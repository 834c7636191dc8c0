package health.backstep.faults.upgrade;

import health.backstep.faults.Result;
import health.backstep.faults.nemesis.Strike;
import health.backstep.faults.report.RunTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an upgrade under load came to.
 *
 * @param regressedFlares flares by which a plan stepped back
 */
public record Upgraded(Result result, long regressedFlares) {

  /** Whether every step was made as planned, nothing was lost and no call refused for good. */
  public boolean isWell() {
    return result.holds()
        && result.strikes().size() == result.options().faults().size()
        && result.strikes().stream().allMatch(Strike::isClean)
        && refusals().forGood() == 0;
  }

  /** For people; the verdict as the last line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(new RunTable(result).lines());
    Refusals refusals = refusals();
    lines.add(
        lines.size() - 1,
        String.format(
            Locale.ROOT,
            "%,d answers were 5xx, %,d calls were refused for good, %,d flares regressed their plans; other refusals: %s.",
            refusals.serverErrors(),
            refusals.forGood(),
            regressedFlares,
            refusals.ofCallers()));
    lines.add(isWell() ? "The way there and back is open." : "The way there and back is NOT open.");
    return lines;
  }

  private Refusals refusals() {
    return Refusals.in(result.attempts());
  }
}
