package health.backstep.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** How it ended: the pain chart, the outcome and a summary. */
record Closing(Page page, Calendar calendar, List<Told> told) {

  void print(JsonNode changeThatMatters) {
    page.line(" " + page.ink().bold("Pain, the worst of each day, and what the plan did"));
    page.gap();
    chart().lines(page.width() - 1, page.ink()).forEach(line -> page.line(" " + line));
    page.line(
        " "
            + page.ink()
                .dim("        ✖ flare   ● new plan   ▼ stepped back   ↺ restored   ▲ one step up"));
    page.gap();
    outcome(changeThatMatters);
    summary();
  }

  /** Oswestry score in percent, as the platform worked it out. */
  static int odi(Told assessment) {
    return assessment.answer().path("classification").path("odiPercent").asInt();
  }

  private PainChart chart() {
    NavigableMap<Integer, Integer> pain = new TreeMap<>();
    SortedMap<Integer, PainChart.Versions> versions = new TreeMap<>();
    for (Told each : told) {
      int day = each.step().moment().day();
      pain.merge(day, each.step().worstPain(), Math::max);
      each.after()
          .ifPresent(
              plan ->
                  versions.put(
                      day,
                      new PainChart.Versions(
                          plan.change(), plan.change().mark() + plan.version())));
    }
    List<Integer> flares =
        told.stream().filter(this::isFlare).map(each -> each.step().moment().day()).toList();
    return new PainChart(Story.DAYS, pain, flares, versions);
  }

  private void outcome(JsonNode rule) {
    List<Told> assessments =
        told.stream().filter(each -> each.step() instanceof Step.Assessment).toList();
    Told first = assessments.getFirst();
    Told last = assessments.getLast();
    page.line(
        " "
            + page.ink()
                .bold(
                    "Pain %d → %d of 10, Oswestry score %d → %d %%"
                        .formatted(
                            first.step().worstPain(),
                            last.step().worstPain(),
                            odi(first),
                            odi(last))));
    page.cited(" ", 1, rule.path("text").asText(), Reasons.citation(rule));
    page.gap();
  }

  private void summary() {
    long[] millis =
        told.stream().filter(this::isFlare).mapToLong(each -> each.readable().toMillis()).toArray();
    tell(
        "%d plan versions, %d flares, each with an easier plan at once, %d restored afterwards."
            .formatted(versions(), millis.length, count(Change.RESTORED)));
    tell("From posting a flare to reading the new plan: %d ms (median)".formatted(median(millis)));
    page.gap();
  }

  private void tell(String sentence) {
    page.paragraph(" ", 1, sentence, text -> text);
  }

  private boolean isFlare(Told each) {
    return each.answer().path("flare").isObject();
  }

  private long versions() {
    return told.stream().filter(each -> each.after().isPresent()).count();
  }

  private long count(Change change) {
    return told.stream()
        .flatMap(each -> each.after().stream())
        .filter(plan -> plan.change() == change)
        .count();
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
