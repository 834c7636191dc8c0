package health.backstep.faults.report;

import health.backstep.faults.Result;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.nemesis.Strike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run as a table for people. */
public record RunTable(Result result) {

  /** Faults, what this machine cannot do, invariants, and the verdict as the last line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(faults());
    result.impossible().forEach((name, why) -> lines.add("not done: %s (%s)".formatted(name, why)));
    result.strikes().stream()
        .filter(strike -> !strike.isClean())
        .map(RunTable::trouble)
        .forEach(lines::add);
    lines.add("");
    lines.addAll(invariants());
    lines.add("");
    lines.add(numbers());
    lines.add(verdict());
    return lines;
  }

  private List<String> faults() {
    Columns table =
        new Columns().row("fault", "times", "requests", "unknown", "recovery p50", "max");
    for (FaultRow row : FaultRow.of(result)) {
      table.row(
          row.fault(),
          Integer.toString(row.times()),
          Long.toString(row.requests()),
          Long.toString(row.unknown()),
          seconds(row.p50()),
          seconds(row.max()));
    }
    return table.lines();
  }

  private static String trouble(Strike strike) {
    return "not as planned: %s at %s (%s)"
        .formatted(strike.name(), strike.begun(), strike.trouble());
  }

  private List<String> invariants() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : result.findings()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-4s %-10s %,9d checked  %s",
              finding.invariant(),
              finding.verdict().words(),
              finding.checked(),
              finding.sentence()));
      if (!finding.remark().isEmpty()) {
        lines.add("       " + finding.remark());
      }
      if (finding.isBroken()) {
        lines.add("       %,d violations, such as".formatted(finding.violated()));
        finding.examples().forEach(example -> lines.add("       - " + example));
      }
    }
    return lines;
  }

  private String numbers() {
    return String.format(
        Locale.ROOT,
        "%,d requests, %,d of them with unknown outcome, %,d records injected, %d s in all; seed %d.",
        result.attempts().size(),
        result.unknownOutcomes(),
        result.injected().size(),
        result.took().toSeconds(),
        result.options().seed());
  }

  private String verdict() {
    String names = String.join(", ", result.broken().stream().map(Finding::invariant).toList());
    return result.holds()
        ? "Nothing lost, nothing twice: no invariant is broken."
        : "BROKEN: " + names + ".";
  }

  private static String seconds(Optional<Duration> time) {
    return time.map(known -> String.format(Locale.ROOT, "%.1f s", known.toMillis() / 1000.0))
        .orElse("never");
  }
}
