package health.backstep.profile.classification;

/** How long the pain has been there (AC-1): under 4 weeks, 4 to 12, over 12. */
public enum Acuity {
  ACUTE,
  SUBACUTE,
  CHRONIC
}
