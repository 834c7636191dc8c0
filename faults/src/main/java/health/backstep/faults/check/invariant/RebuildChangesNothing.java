package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.Rebuilt;
import java.util.TreeMap;

/** I10. */
final class RebuildChangesNothing implements Invariant {

  @Override
  public String name() {
    return "I10";
  }

  @Override
  public String sentence() {
    return "sending every topic again makes no new change";
  }

  @Override
  public Finding decide(Evidence evidence) {
    Tally tally = new Tally(this);
    evidence.rebuilt().ifPresent(rebuilt -> check(tally, rebuilt));
    return tally.finding("the topics were not sent again");
  }

  private static void check(Tally tally, Rebuilt rebuilt) {
    tally.check(
        rebuilt.finished(), () -> "the topics were not sent again and read within the limit");
    tally.check(rebuilt.resent() > 0, () -> "not one record was sent again");
    new TreeMap<>(rebuilt.before())
        .forEach(
            (what, before) ->
                tally.check(
                    before.equals(rebuilt.after().get(what)),
                    () ->
                        "%s: before %s, after %s"
                            .formatted(what, before, rebuilt.after().get(what))));
  }
}
