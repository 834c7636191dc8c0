package health.backstep.profile.classification;

/** How strong pain is (NRS-1): 0, 1 to 3, 4 to 6, 7 to 10. */
public enum PainGrade {
  NONE,
  MILD,
  MODERATE,
  SEVERE
}
