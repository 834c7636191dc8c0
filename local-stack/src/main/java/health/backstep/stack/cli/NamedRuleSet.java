package health.backstep.stack.cli;

import health.backstep.rules.RuleSet;
import health.backstep.rules.RuleSetRefused;
import health.backstep.rules.RuleSets;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule set as it is named on the command line. */
final class NamedRuleSet {

  private NamedRuleSet() {}

  /**
   * The shipped version of that name, else the file.
   *
   * @throws StackFailure when there is neither, or the file is no rule set
   */
  static RuleSet called(String name) {
    return RuleSets.shipped().find(name).orElseGet(() -> file(name));
  }

  private static RuleSet file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new StackFailure(
          "'%s' is neither a shipped rule set (%s) nor a file."
              .formatted(name, String.join(", ", RuleSets.shipped().versions())));
    }
    try {
      return RuleSet.candidate(file);
    } catch (RuleSetRefused e) {
      throw new StackFailure(e.getMessage(), e);
    } catch (IOException e) {
      throw new StackFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
