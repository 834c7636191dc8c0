package health.backstep.faults.check.invariant;

import health.backstep.faults.check.invariant.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts what was looked at and keeps the first few violations. */
final class Tally {

  private static final int MOST_EXAMPLES = 5;

  private final Invariant of;
  private final List<String> examples = new ArrayList<>();
  private long checked;
  private long violated;

  Tally(Invariant of) {
    this.of = of;
  }

  /** One more thing was looked at. */
  void check(boolean right, Supplier<String> otherwise) {
    checked++;
    if (!right) {
      violated++;
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(otherwise.get());
      }
    }
  }

  /** Decides; what was never looked at was not tested. */
  Finding finding(String whyNothing) {
    Verdict verdict =
        violated > 0 ? Verdict.BROKEN : checked == 0 ? Verdict.NOT_TESTED : Verdict.HOLDS;
    return new Finding(
        of.name(),
        of.sentence(),
        verdict,
        checked,
        violated,
        examples,
        verdict == Verdict.NOT_TESTED ? whyNothing : "");
  }

  Finding notTested(String why) {
    return new Finding(of.name(), of.sentence(), Verdict.NOT_TESTED, 0, 0, List.of(), why);
  }
}
