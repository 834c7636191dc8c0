package health.backstep.plan.diff;

import health.backstep.plan.routine.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference, told to the patient.
 *
 * @param exerciseId what it is about, when that is one exercise
 * @param rules what caused it; none when nothing but a wish of the patient did, or when the
 *     comparison goes back in time
 */
public record Sentence(String text, @Nullable String exerciseId, List<Reason> rules) {

  public Sentence {
    rules = List.copyOf(rules);
  }
}
