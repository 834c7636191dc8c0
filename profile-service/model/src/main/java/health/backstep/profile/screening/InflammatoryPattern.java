package health.backstep.profile.screening;

import health.backstep.profile.assessment.InflammatorySign;
import health.backstep.profile.redflag.Answer;
import java.util.List;

/**
 * Whether the pain behaves like inflammatory back pain.
 *
 * @param answer UNKNOWN when the open questions could still decide it
 * @param signs those answered with yes
 */
record InflammatoryPattern(Answer answer, List<InflammatorySign> signs) {

  InflammatoryPattern {
    signs = List.copyOf(signs);
  }

  /** What the advice rests on; nothing when there is no advice. */
  List<InflammatorySign> found() {
    return answer == Answer.YES ? signs : List.of();
  }
}
