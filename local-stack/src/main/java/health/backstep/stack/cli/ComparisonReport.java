package health.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.plan.replay.Comparison;
import health.backstep.plan.replay.Comparison.FirstParting;
import health.backstep.plan.replay.Contrast;
import health.backstep.stack.replay.ComparedHistories;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a comparison of two rule sets found, for people and for scripts. */
record ComparisonReport(String before, String after, ComparedHistories compared) {

  /** What the comparison does not show. */
  static final String LIMIT =
      "the events are taken as they were. What profile-service and session-service decided (triage,"
          + " stage, green or flare, severity) and what patients did is not decided again.";

  private static final int MOST_LINES = 6;

  void print(PrintWriter out) {
    Comparison all = compared.comparison();
    out.printf(
        Locale.ROOT,
        "Patients %,d, plan versions %,d with %s and %,d with %s.%n",
        all.patients(),
        all.versionsBefore(),
        before,
        all.versionsAfter(),
        after);
    out.printf(
        Locale.ROOT,
        "Patients who would have seen another plan: %,d (%s).%n",
        all.patientsDiffering(),
        percent(all.patientsDiffering(), all.patients()));
    out.printf(
        Locale.ROOT,
        "Plan versions that differ: %,d; the same plan for other reasons: %,d.%n",
        all.versionsDiffering(),
        all.versionsWithOtherReasons());
    if (!all.byRule().isEmpty()) {
      out.printf(Locale.ROOT, "Versions in which a rule decides otherwise:%n");
      new TreeMap<>(all.byRule())
          .forEach((rule, times) -> out.printf(Locale.ROOT, "  %-14s %,d%n", rule, times));
    }
    if (!all.examples().isEmpty()) {
      out.printf(Locale.ROOT, "Where the first of them part:%n");
      all.examples().forEach(example -> print(example, out));
    }
    if (!compared.unfoldable().isEmpty()) {
      out.printf(
          Locale.ROOT, "Histories that could not be folded: %,d%n", compared.unfoldable().size());
      compared.unfoldable().forEach(why -> out.printf(Locale.ROOT, "  %s%n", why));
    }
    out.printf(Locale.ROOT, "Limit: %s%n", LIMIT);
  }

  private static void print(FirstParting example, PrintWriter out) {
    Contrast contrast = example.contrast();
    out.printf(
        Locale.ROOT,
        "  patient %s, version %d, after %s (%s)%n",
        example.patientId(),
        contrast.version(),
        contrast.cause().type(),
        contrast.rules().isEmpty()
            ? "no rule decides otherwise here"
            : String.join(", ", contrast.rules()));
    contrast.seen().stream()
        .limit(MOST_LINES)
        .forEach(seen -> out.printf(Locale.ROOT, "    %s%n", seen));
    if (contrast.seen().size() > MOST_LINES) {
      out.printf(Locale.ROOT, "    and %d more%n", contrast.seen().size() - MOST_LINES);
    }
  }

  String json() throws JsonProcessingException {
    Comparison all = compared.comparison();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("old", before);
    fields.put("new", after);
    fields.put("patients", all.patients());
    fields.put("patientsDiffering", all.patientsDiffering());
    fields.put("versionsOld", all.versionsBefore());
    fields.put("versionsNew", all.versionsAfter());
    fields.put("versionsDiffering", all.versionsDiffering());
    fields.put("versionsWithOtherReasons", all.versionsWithOtherReasons());
    fields.put("versionsByRule", new TreeMap<>(all.byRule()));
    fields.put("partings", all.examples().stream().map(ComparisonReport::fields).toList());
    fields.put("unfoldable", compared.unfoldable());
    fields.put("limit", LIMIT);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
  }

  private static Map<String, Object> fields(FirstParting example) {
    Contrast contrast = example.contrast();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("patientId", example.patientId().toString());
    fields.put("version", contrast.version());
    fields.put("eventId", contrast.cause().eventId().toString());
    fields.put("type", contrast.cause().type());
    fields.put("occurredAt", contrast.cause().occurredAt().toString());
    fields.put("rules", List.copyOf(contrast.rules()));
    fields.put("differences", contrast.seen());
    return fields;
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
