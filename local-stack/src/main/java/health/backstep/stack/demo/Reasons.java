package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints why, in the patient's words, and in dim the rules and what they rest on. */
final class Reasons {

  private static final int MARGIN = 13;
  private static final String INDENT = " ".repeat(MARGIN);

  private final Page page;
  private final Set<String> known = new HashSet<>();

  Reasons(Page page) {
    this.page = page;
  }

  /** Each rule once, however many things it did; what a new plan repeats only by its name. */
  void print(Plan plan) {
    Map<String, JsonNode> byRule = new LinkedHashMap<>();
    plan.decisions()
        .forEach(decision -> byRule.putIfAbsent(decision.path("rule").asText(), decision));
    List<String> repeated = new ArrayList<>();
    byRule.forEach(
        (rule, decision) -> {
          if (known.add(rule) || plan.change() != Change.GENERATED) {
            print(decision);
          } else {
            repeated.add(rule);
          }
        });
    if (!repeated.isEmpty()) {
      String rules = "For the same reasons as plan 1: " + String.join(", ", repeated);
      page.paragraph(INDENT, MARGIN, rules, page.ink()::dim);
    }
  }

  /** A reason in the patient's words and, in dim, the rule and what it rests on. */
  void print(JsonNode reason) {
    page.cited(INDENT, MARGIN, reason.path("text").asText(), citation(reason));
  }

  static String citation(JsonNode reason) {
    String rule = reason.path("rule").asText(reason.path("id").asText());
    String sources =
        StreamSupport.stream(reason.path("sources").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return "[%s, %s: %s]".formatted(rule, reason.path("evidence").asText(), sources);
  }
}
