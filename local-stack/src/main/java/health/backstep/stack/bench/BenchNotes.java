package health.backstep.stack.bench;

import static health.backstep.stack.bench.Figures.NEARLY_ALL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to be known to read the figures. */
record BenchNotes(BenchReport report) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(rounds());
    lines.add(floors());
    lines.addAll(rates());
    lines.add(counts());
    lines.add(machine());
    if (report.conditions().isBusy()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "The machine was busy: other work took %.0f %% of it, so these figures say less.",
              100 * report.conditions().others()));
    }
    return lines;
  }

  private String rounds() {
    Conditions conditions = report.conditions();
    int measured = report.figures().rounds().size();
    return String.format(
        Locale.ROOT,
        "%d rounds of floors and product in turn%s, then %d backlogs; %.0f s of warm-up (%s).",
        measured,
        measured < conditions.planned()
            ? " (" + conditions.planned() + " were planned: the time was over)"
            : "",
        report.figures().backlogs().size(),
        conditions.warmUp().seconds(),
        conditions.warmUp().steady() ? "steady then" : "still getting faster then");
  }

  private String floors() {
    return String.format(
        Locale.ROOT,
        "D is one statement with the rows of a session and its event, by %s over %d connections;"
            + " calls came over as many.",
        report.conditions().committer(),
        Floors.CONNECTIONS);
  }

  private List<String> rates() {
    Figures figures = report.figures();
    return List.of(
        String.format(
            Locale.ROOT,
            "Flares came at %.0f per second beside %.0f sessions, a quarter of the most together,",
            figures.flaresPerSecond().median(),
            figures.sessionsBesideFlaresPerSecond().median()),
        String.format(
            Locale.ROOT,
            "timed from when each should have been sent; the generator was late by %.2f ms at p99.",
            figures.generatorLag(NEARLY_ALL).median()),
        String.format(
            Locale.ROOT,
            "Overload came at %.0f per second and counts what was answered 201 within %d s; there the"
                + " generator was late by %.2f ms at p99.",
            figures.offeredPerSecond().median(),
            Rush.TIME_LIMIT.toSeconds(),
            figures.rushLag(NEARLY_ALL).median()));
  }

  private String counts() {
    Counts counts = report.counts();
    return String.format(
        Locale.ROOT,
        "Counts %s: %d sessions accepted, %d stored, %d told, %d folded; %d flares accepted, %d"
            + " plans regressed, %d told; %d failures.",
        report.countsMatch() ? "match" : "DO NOT MATCH",
        counts.sessionsAccepted(),
        counts.sessionRows(),
        counts.sessionEvents(),
        counts.sessionsFolded(),
        counts.flaresAccepted(),
        counts.regressedPlans(),
        counts.regressedEvents(),
        counts.failures());
  }

  private String machine() {
    Conditions conditions = report.conditions();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s, %d s in all.",
        conditions.begun(),
        conditions.machine().cores(),
        conditions.machine().processor(),
        conditions.took().toSeconds());
  }
}
