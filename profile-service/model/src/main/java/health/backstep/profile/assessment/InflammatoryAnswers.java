package health.backstep.profile.assessment;

import health.backstep.profile.redflag.Answer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the patient said to the questions about inflammatory back pain. They may be left out, and
 * one that is not in it is open: neither a yes nor a no.
 */
public record InflammatoryAnswers(Map<InflammatorySign, Answer> given) {

  public InflammatoryAnswers {
    Map<InflammatorySign, Answer> copy = new EnumMap<>(InflammatorySign.class);
    copy.putAll(given);
    given = Collections.unmodifiableMap(copy);
  }

  public static InflammatoryAnswers none() {
    return new InflammatoryAnswers(Map.of());
  }

  public Answer to(InflammatorySign sign) {
    return given.getOrDefault(sign, Answer.UNKNOWN);
  }
}
