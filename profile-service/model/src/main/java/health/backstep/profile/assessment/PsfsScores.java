package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;
import java.util.List;

/**
 * The Patient-Specific Functional Scale: how well a patient can do the activities that matter to
 * them. Which activities these are stays with the partner app; here they are known by their place
 * in the list, which the app keeps from one assessment to the next.
 *
 * @param activities 1 to 5, each 0 (unable) to 10 (as before the pain)
 */
public record PsfsScores(List<Integer> activities) {

  public static final int MOST_ACTIVITIES = 5;
  public static final int MOST_PER_ACTIVITY = 10;

  private static final String FIELD = "questionnaires.psfs";

  public PsfsScores {
    activities = List.copyOf(activities);
    Invariant.that(
        !activities.isEmpty() && activities.size() <= MOST_ACTIVITIES,
        FIELD + " must have 1 to " + MOST_ACTIVITIES + " activities");
    ItemAnswers.withinScale(FIELD, activities, MOST_PER_ACTIVITY);
  }

  public int sum() {
    return ItemAnswers.sum(activities);
  }
}
