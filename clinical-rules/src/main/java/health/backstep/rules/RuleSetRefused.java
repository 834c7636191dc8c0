package health.backstep.rules;

import java.util.List;

/** A file that is no rule set. Names the file, the places and everything that is wrong at once. */
public final class RuleSetRefused extends IllegalArgumentException {

  private final transient List<String> faults;

  RuleSetRefused(String file, List<String> faults) {
    super(
        "%s is refused as a rule set, because of %d %s:\n  %s"
            .formatted(
                file,
                faults.size(),
                faults.size() == 1 ? "fault" : "faults",
                String.join("\n  ", faults)));
    this.faults = List.copyOf(faults);
  }

  /** Each with its place, in the order of the file; at least one. */
  public List<String> faults() {
    return faults;
  }
}
