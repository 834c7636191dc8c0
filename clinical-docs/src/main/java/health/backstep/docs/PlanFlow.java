package health.backstep.docs;

import health.backstep.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The course of a plan as a chart; numbers such as {@code {PR-1.greenSessions}} are the rules'. */
final class PlanFlow {

  private static final Pattern NUMBER = Pattern.compile("\\{([A-Z0-9-]+)\\.([A-Za-z]+)}");

  private PlanFlow() {}

  static String chart(RuleSet rules) {
    return NUMBER
        .matcher(template())
        .replaceAll(
            found -> Integer.toString(rules.rule(found.group(1)).threshold(found.group(2))));
  }

  private static String template() {
    try (InputStream in = PlanFlow.class.getResourceAsStream("/plan-flow.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
