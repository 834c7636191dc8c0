package health.backstep.plan.replay;

import health.backstep.plan.replay.Comparing.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the comparisons of many patients add up to. */
public final class Comparison {

  /** The first place where a patient's plans part. */
  public record FirstParting(UUID patientId, Contrast contrast) {}

  private final int mostExamples;
  private final Map<String, Integer> byRule = new TreeMap<>();
  private final List<FirstParting> examples = new ArrayList<>();
  private int patients;
  private int patientsDiffering;
  private int versionsBefore;
  private int versionsAfter;
  private int versionsDiffering;
  private int versionsWithOtherReasons;

  /**
   * @param mostExamples of how many patients the parting is kept
   */
  public Comparison(int mostExamples) {
    this.mostExamples = mostExamples;
  }

  public void add(UUID patientId, Compared compared) {
    patients++;
    versionsBefore += compared.versionsBefore();
    versionsAfter += compared.versionsAfter();
    for (Contrast contrast : compared.contrasts()) {
      contrast.rules().forEach(rule -> byRule.merge(rule, 1, Integer::sum));
      if (contrast.seen().isEmpty()) {
        versionsWithOtherReasons++;
      } else {
        versionsDiffering++;
      }
    }
    compared.parting().ifPresent(contrast -> parted(patientId, contrast));
  }

  private void parted(UUID patientId, Contrast contrast) {
    patientsDiffering++;
    if (examples.size() < mostExamples) {
      examples.add(new FirstParting(patientId, contrast));
    }
  }

  public int patients() {
    return patients;
  }

  /** Who would have seen another plan at least once. */
  public int patientsDiffering() {
    return patientsDiffering;
  }

  /** Plan versions under the old rule set. */
  public int versionsBefore() {
    return versionsBefore;
  }

  public int versionsAfter() {
    return versionsAfter;
  }

  /** Events after which the patient would have seen another plan. */
  public int versionsDiffering() {
    return versionsDiffering;
  }

  /** Events that give the same plan for other reasons. */
  public int versionsWithOtherReasons() {
    return versionsWithOtherReasons;
  }

  /** In how many versions each rule decides otherwise, by rule id. */
  public Map<String, Integer> byRule() {
    return Map.copyOf(byRule);
  }

  /** The partings of the first patients that differ. */
  public List<FirstParting> examples() {
    return List.copyOf(examples);
  }
}
