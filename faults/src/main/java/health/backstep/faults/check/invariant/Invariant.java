package health.backstep.faults.check.invariant;

import health.backstep.faults.check.evidence.Evidence;

/** Something that has to be true after a run, whatever went wrong in it. */
public interface Invariant {

  /** Such as {@code I1}. */
  String name();

  /** What has to be true. */
  String sentence();

  Finding decide(Evidence evidence);
}
