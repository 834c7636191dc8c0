package health.backstep.analytics;

import java.util.Locale;

/** What is counted by day. Each is a column of the table. */
enum Count {
  NEW_PATIENTS,
  SESSIONS,
  FLARES_MILD,
  FLARES_MODERATE,
  FLARES_SEVERE,
  FLARES_UNKNOWN,
  REGRESSIONS,
  RESTORES,
  PROGRESSIONS,
  SUSPENSIONS;

  static Count flares(Severity severity) {
    return valueOf("FLARES_" + severity);
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
