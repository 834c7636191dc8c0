package health.backstep.session.flare;

/** How strong a flare is (FL-SEV), from the least to the worst. */
public enum Severity {
  MILD,
  MODERATE,
  SEVERE;

  public boolean worseThan(Severity other) {
    return compareTo(other) > 0;
  }
}
