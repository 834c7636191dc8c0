package health.backstep.plan.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a change is about. The words are what partners see and filter by. */
public enum ChangeType {
  /** There is a new version of the plan, whatever made it: built, stepped back, suspended. */
  PLAN_CHANGED("plan.changed"),
  /** A clinician is asked to look at the plan. */
  REVIEW_ASKED("review.asked"),
  /** It is time to ask how the patient is after a session. */
  CHECK_IN_DUE("check-in.due"),
  /** It is time for a new assessment. */
  REASSESSMENT_DUE("reassessment.due"),
  /** What stood here was about a patient who has been erased; its number is all that is left. */
  PATIENT_ERASED("patient.erased");

  private final String word;

  ChangeType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The type of that word, if there is one. */
  public static Optional<ChangeType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ChangeType::word).toList();
  }
}
