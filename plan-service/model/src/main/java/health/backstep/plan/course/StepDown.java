package health.backstep.plan.course;

import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.SessionRecorded;

/**
 * Why a plan stepped back, as it was judged when it came. Kept, so that the same steps can be taken
 * from another plan when the patient's circumstances change within a flare.
 */
public sealed interface StepDown {

  /** How far a flare steps back. */
  enum Extent {
    BY_SEVERITY,
    /** Only what is gentle, because it is one flare too many (RG-CAP). */
    GENTLEST,
    /** It came late, and the plan had stepped back as far already (RG-STALE). */
    NO_FURTHER
  }

  /** A flare that opened or got worse. */
  record OfFlare(FlareReported flare, boolean late, Extent extent) implements StepDown {}

  /** A clinician has to look first: only what is gentle until then (RG-CAP, RV-1). */
  record Held() implements StepDown {}

  /** What was known when the next flare began: what is out by then has been replaced. */
  record Known(Learned learned) implements StepDown {}

  /** Soreness that did not warm away (SO-3). */
  record OfSoreness(SessionRecorded session) implements StepDown {}
}
