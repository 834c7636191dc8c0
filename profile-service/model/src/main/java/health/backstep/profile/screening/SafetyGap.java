package health.backstep.profile.screening;

import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.PainSource;
import java.util.ArrayList;
import java.util.List;

/** What is missing for more than the gentlest stage (CL-2). */
public enum SafetyGap {
  REST_NOT_ADEQUATE,
  PAIN_SOURCE_UNKNOWN;

  public static final String RULE = "CL-2";

  public static List<SafetyGap> in(Assessment assessment) {
    List<SafetyGap> gaps = new ArrayList<>();
    if (!assessment.adequateRest()) {
      gaps.add(REST_NOT_ADEQUATE);
    }
    if (assessment.painSource() == PainSource.UNKNOWN) {
      gaps.add(PAIN_SOURCE_UNKNOWN);
    }
    return gaps;
  }
}
