package health.backstep.profile.classification;

import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.Settling;
import java.util.Collections;
import java.util.List;

/**
 * How easily the pain is stirred up and how slowly it settles (IR-1), from best to worst. It is the
 * worst of pain, night or rest pain, and settling. The numbers for pain are those of NRS-1.
 */
public enum Irritability {
  LOW,
  MODERATE,
  HIGH;

  static final String RULE = "IR-1";

  public static Irritability of(PainGrade pain, NightPain nightPain, Settling settling) {
    return Collections.max(List.of(byPain(pain), byNightPain(nightPain), bySettling(settling)));
  }

  private static Irritability byPain(PainGrade pain) {
    return switch (pain) {
      case NONE, MILD -> LOW;
      case MODERATE -> MODERATE;
      case SEVERE -> HIGH;
    };
  }

  private static Irritability byNightPain(NightPain nightPain) {
    return switch (nightPain) {
      case NONE -> LOW;
      case SOMETIMES -> MODERATE;
      case CONSTANT -> HIGH;
    };
  }

  private static Irritability bySettling(Settling settling) {
    return switch (settling) {
      case UNDER_30_MINUTES -> LOW;
      case UP_TO_24_HOURS -> MODERATE;
      case OVER_24_HOURS -> HIGH;
    };
  }
}
