package health.backstep.analytics;

/** How strong a flare is, from least to worst; a word that is not known yet is UNKNOWN. */
enum Severity {
  UNKNOWN,
  MILD,
  MODERATE,
  SEVERE;

  static Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.name().equals(word)) {
        return severity;
      }
    }
    return UNKNOWN;
  }

  static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
