package health.backstep.plan.due;

/** What is due. */
public enum DueKind {
  CHECK_IN_NEXT_MORNING(
      "How is your back this morning? Tell us your pain, and whether your muscles ache."),
  CHECK_IN_72_HOURS("Three days have gone by since your session. Do your muscles still ache?"),
  CHECK_IN_AFTER_FLARE("Your pain flared yesterday. Tell us how it is today."),
  REASSESSMENT("Please answer the safety questions again before we build up."),
  REVIEW("Your clinician is asked to have a look at your plan.");

  private final String text;

  DueKind(String text) {
    this.text = text;
  }

  /** For the patient. */
  public String text() {
    return text;
  }

  /** Whether the patient answers it with a check-in. */
  public boolean isCheckIn() {
    return this != REASSESSMENT && this != REVIEW;
  }
}
