package health.backstep.profile.redflag;

import health.backstep.profile.Invariant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the patient said to the safety questions. A question that is not in it counts as open, so a
 * forgotten question can never pass as a no.
 *
 * @param yesNo answers to the yes/no questions
 * @param legWeakness empty when not answered
 */
public record RedFlagAnswers(Map<RedFlag, Answer> yesNo, Optional<LegWeakness> legWeakness) {

  public RedFlagAnswers {
    Objects.requireNonNull(legWeakness, "redFlags.legWeakness");
    Invariant.that(
        yesNo.keySet().stream().allMatch(RedFlag::isYesNoQuestion),
        "redFlags.legWeakness must be answered on its own scale");
    Map<RedFlag, Answer> copy = new EnumMap<>(RedFlag.class);
    copy.putAll(yesNo);
    yesNo = Collections.unmodifiableMap(copy);
  }

  /** Every question answered with no. */
  public static RedFlagAnswers allNo() {
    Map<RedFlag, Answer> no = new EnumMap<>(RedFlag.class);
    Arrays.stream(RedFlag.values())
        .filter(RedFlag::isYesNoQuestion)
        .forEach(flag -> no.put(flag, Answer.NO));
    return new RedFlagAnswers(no, Optional.of(LegWeakness.NONE));
  }

  public RedFlagAnswers with(RedFlag flag, Answer answer) {
    Map<RedFlag, Answer> changed = new EnumMap<>(RedFlag.class);
    changed.putAll(yesNo);
    changed.put(flag, answer);
    return new RedFlagAnswers(changed, legWeakness);
  }

  public RedFlagAnswers with(LegWeakness weakness) {
    return new RedFlagAnswers(yesNo, Optional.of(weakness));
  }

  /** The flags that are up and this urgent, in the order of the questions. */
  public List<RedFlag> raised(Urgency urgency) {
    return Arrays.stream(RedFlag.values())
        .filter(flag -> urgencyOf(flag).equals(Optional.of(urgency)))
        .toList();
  }

  /** The questions left open. */
  public List<RedFlag> unanswered() {
    return Arrays.stream(RedFlag.values()).filter(this::isOpen).toList();
  }

  private Optional<Urgency> urgencyOf(RedFlag flag) {
    if (flag.isYesNoQuestion()) {
      return yesNo.get(flag) == Answer.YES ? flag.urgencyOfYes() : Optional.empty();
    }
    return legWeakness.flatMap(LegWeakness::urgency);
  }

  private boolean isOpen(RedFlag flag) {
    if (flag.isYesNoQuestion()) {
      return yesNo.getOrDefault(flag, Answer.UNKNOWN) == Answer.UNKNOWN;
    }
    return legWeakness.isEmpty();
  }
}
