package health.backstep.session.reading;

import health.backstep.session.flare.FlareReport;
import java.util.List;
import java.util.Optional;

/** What one record says by itself, before it is placed into an episode. */
record Finding(
    Outcome outcome, List<String> rules, Optional<FlareReport> flare, List<String> soreExercises) {

  static Finding of(Outcome outcome, List<String> rules) {
    return new Finding(outcome, rules, Optional.empty(), List.of());
  }

  static Finding flare(FlareReport report) {
    return new Finding(Outcome.FLARE, report.reasons(), Optional.of(report), List.of());
  }
}
