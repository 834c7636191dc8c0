package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;
import java.util.List;

/** All twelve. */
public final class Invariants {

  private static final List<Invariant> ALL =
      List.of(
          new OnePlanChangePerFlare(),
          new EveryChangeHasACause(),
          new PlanIsTheFold(),
          new NoGaps(),
          new SameKeySameAnswer(),
          new NothingLeftOver(),
          new WhollyOrNotAtAll(),
          new SuccessIsDurable(),
          new TenantsApart(),
          new RebuildChangesNothing(),
          new StaysBounded(),
          new SaysThatItIsAway());

  private Invariants() {}

  /** What each of them comes to, in their order. */
  public static List<Finding> decide(Evidence evidence) {
    return ALL.stream().map(invariant -> invariant.decide(evidence)).toList();
  }
}
