package health.backstep.profile.redflag;

/** How soon a red flag has to be looked at. */
public enum Urgency {
  /** Emergency care today, no plan (RF-EMERGENCY). */
  EMERGENCY,
  /** No plan until a clinician has given clearance knowing of the flag (RF-URGENT). */
  URGENT
}
