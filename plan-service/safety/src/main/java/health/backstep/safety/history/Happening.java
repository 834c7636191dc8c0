package health.backstep.safety.history;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.history.PlanEvent.Severity;
import java.util.List;
import java.util.Set;

/**
 * Something that happens to a patient, told without ids and versions: those come of the run. So a
 * history stays a history when one of them is left out.
 */
public sealed interface Happening {

  /** Minutes since what happened before. */
  int minutesLater();

  /**
   * The patient is registered, or has other wishes or other equipment.
   *
   * @param age in completed years; {@link #AGE_UNKNOWN} when it was not told
   */
  record Registered(int minutesLater, Set<Equipment> equipment, int minutes, int sessions, int age)
      implements Happening {

    /** The age of who did not tell it. */
    public static final int AGE_UNKNOWN = 0;
  }

  /**
   * A health professional clears the patient.
   *
   * @param validDays how long it holds; 0 is without an end
   */
  record Cleared(int minutesLater, boolean loading, int validDays) implements Happening {}

  /** A health professional, or a red flag, takes the clearance back. */
  record ClearanceWithdrawn(int minutesLater) implements Happening {}

  /** The patient is assessed. */
  record Assessed(int minutesLater, Findings findings) implements Happening {}

  /**
   * A session is done with the current plan or an older one.
   *
   * @param minutesOnTheWay how long its record takes
   * @param versionsBehind 0 is the current plan
   * @param hurt places of the plan's exercises that hurt, as bits
   * @param spare places of those done with repetitions to spare, as bits (PR-2)
   * @param sore places of those that stayed sore after the warm-up, as bits (SO-3)
   */
  record SessionDone(
      int minutesLater,
      int minutesOnTheWay,
      int versionsBehind,
      boolean green,
      int donePercent,
      int hurt,
      int spare,
      int sore)
      implements Happening {}

  /**
   * Pain flares. Whether that opens an episode, escalates or continues one comes of what is open.
   *
   * @param minutesOnTheWay how long its record takes
   * @param minutesAgo when it hurt, before it was recorded
   * @param versionsBehind 0 is the current plan; below 0 there was none
   * @param provoking places of the plan's exercises that provoked it, as bits; {@link #UNKNOWN}
   *     stands for an exercise that the catalogue does not know
   */
  record Flared(
      int minutesLater,
      int minutesOnTheWay,
      int minutesAgo,
      int versionsBehind,
      Severity severity,
      boolean radiating,
      int provoking)
      implements Happening {

    /** The bit of an exercise that the catalogue does not know. */
    public static final int UNKNOWN = 1 << 20;
  }

  /** The open flare settles; without one nothing happens. */
  record Settled(int minutesLater, int minutesOnTheWay) implements Happening {}

  /** A red flag is answered with yes in a session, a check-in or a report. */
  record RedFlagged(int minutesLater, int minutesOnTheWay, boolean emergency)
      implements Happening {}

  /** Somebody looks after the clearance's end; before it nothing happens. */
  record LapseNoticed(int minutesLater) implements Happening {}

  /**
   * A clinician decides.
   *
   * @param wishes what they would change; only for an edit, and only what the service does not
   *     refuse is made
   */
  record Reviewed(int minutesLater, ReviewDecision decision, List<Wish> wishes)
      implements Happening {}

  /**
   * A change that a clinician wants.
   *
   * @param place of the exercise: in the plan, or in the catalogue for what is added
   */
  record Wish(Sort sort, int place, int level) {

    /** What to do with it. */
    public enum Sort {
      REMOVE,
      SET_LEVEL,
      ADD
    }
  }
}
