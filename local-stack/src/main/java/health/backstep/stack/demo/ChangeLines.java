package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.demo.Plan.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What differs from the plan before, one line for each change. */
record ChangeLines(Plan before, Plan after) {

  /** By the rules' decisions where they name what they did, else by comparing both plans. */
  List<String> all() {
    List<String> decided =
        after.decisions().stream().flatMap(decision -> line(decision).stream()).toList();
    return decided.isEmpty() ? compared() : decided;
  }

  private Optional<String> line(JsonNode decision) {
    String id = decision.path("exerciseId").asText();
    String name = before.find(id).or(() -> after.find(id)).map(Item::name).orElse(id);
    String wanted = decision.path("after").asText();
    return switch (decision.path("effect").asText()) {
      case "EXERCISE_SWAPPED" ->
          line("▼", name + ": level " + level(before, id) + " → swapped for " + item(wanted));
      case "LEVEL_LOWERED" -> line("▼", name + ": level " + levels(id));
      case "LEVEL_RAISED" -> line("▲", name + ": level " + levels(id) + ", " + amount(id));
      case "EXERCISE_REMOVED" -> line("▼", name + ": left out");
      case "EXERCISE_PAUSED" -> line("▼", name + ": paused");
      case "EXERCISE_ADDED" -> line("●", "New: " + item(wanted));
      case "DOSE_LOWERED" ->
          line("▼", "All of it a little shorter: " + number(decision, "before") + " → " + wanted);
      case "RECOVERY_ADDED" -> line("▼", capital(wanted));
      case "CHECK_IN_ASKED" -> line("·", "Check-in asked " + wanted);
      case "REVIEW_ASKED" -> line("·", "A clinician is asked to look at the plan");
      case "SAFETY_QUESTIONS_ASKED" -> line("·", "The safety questions are asked again");
      case "LEVEL_KEPT" -> line("·", "The easier level stays");
      case "DIRECTION_EXCLUDED" -> line("▼", "A direction of movement is left out");
      default -> Optional.empty();
    };
  }

  private List<String> compared() {
    List<String> lines = new ArrayList<>();
    for (Item item : after.items()) {
      Optional<Item> earlier = before.find(item.exerciseId());
      if (earlier.isEmpty()) {
        lines.add("↺ " + item.name() + " is back, level " + item.level());
      } else if (earlier.get().level() != item.level()) {
        lines.add(
            "↺ %s: level %d → %d".formatted(item.name(), earlier.get().level(), item.level()));
      }
    }
    String gone = names(before, after);
    if (!gone.isEmpty()) {
      lines.add("· " + gone + ": no longer needed");
    }
    lines.add(
        "↺ Everything at its full amount again: %s → %s min"
            .formatted(minutes(before), minutes(after)));
    return lines;
  }

  /** Exercises of one plan that the other does not hold. */
  static String names(Plan one, Plan other) {
    return one.items().stream()
        .filter(item -> other.find(item.exerciseId()).isEmpty())
        .map(Item::name)
        .collect(Collectors.joining(", "));
  }

  static String minutes(Plan plan) {
    return String.format(Locale.ROOT, "%.1f", plan.number("estimatedSeconds") / 60.0);
  }

  private String levels(String exerciseId) {
    return level(before, exerciseId) + " → " + level(after, exerciseId);
  }

  private String amount(String exerciseId) {
    return after.find(exerciseId).map(Item::amount).map(ChangeLines::withoutStop).orElse("");
  }

  private static String level(Plan plan, String exerciseId) {
    return plan.find(exerciseId).map(item -> Integer.toString(item.level())).orElse("?");
  }

  /** "Wall sit, level 1, 2 times 15 seconds." without the amount. */
  private static String item(String words) {
    return words.replaceFirst("(, level \\d+).*", "$1");
  }

  private static String number(JsonNode decision, String field) {
    return decision.path(field).asText().replaceFirst(" .*", "");
  }

  /** Ready for the middle of a line. */
  static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Optional<String> line(String mark, String words) {
    return Optional.of(mark + " " + words);
  }
}
