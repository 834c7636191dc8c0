package health.backstep.plan.replay;

import health.backstep.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The current rule set with one number changed. It names the same version. */
final class ChangedRules {

  private ChangedRules() {}

  /**
   * A changed threshold.
   *
   * @param was name and number as the file has them, for example {@code "levelsDown: 1"}
   */
  static RuleSet threshold(String rule, String was, int now) {
    String yaml = shipped();
    int begin = yaml.indexOf("- id: " + rule + "\n");
    int end = yaml.indexOf("- id: ", begin + 1);
    String before = yaml.substring(begin, end < 0 ? yaml.length() : end);
    String after = before.replace(was, was.replaceFirst("\\d+$", Integer.toString(now)));
    if (after.equals(before)) {
      throw new IllegalArgumentException(rule + " does not have " + was);
    }
    return read(yaml.replace(before, after));
  }

  private static RuleSet read(String yaml) {
    try {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      return RuleSet.read(new ByteArrayInputStream(bytes), "changed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shipped() {
    String file = "/rulesets/ruleset-" + RuleSet.current().version() + ".yaml";
    try (InputStream in = RuleSet.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
