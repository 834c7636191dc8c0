package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.pain.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a self-reported flare by FL-2, FL-3, FL-1, SO-1 and SO-2, and an ache too strong for SO-1
 * by PM-RED. What meets none of the flare rules is no flare; its pain is kept as a reading.
 */
final class SelfReportReader {

  private final SorenessRules soreness;
  private final LastingRise lastingRise;
  private final FlareSeverity severity;

  SelfReportReader(RuleSet rules) {
    soreness = new SorenessRules(rules);
    lastingRise = new LastingRise(rules);
    severity = new FlareSeverity(rules);
  }

  Finding read(SelfReport report, CourseState state, Optional<UsualPain> usual) {
    double rise = usual.map(known -> known.riseTo(report.pain())).orElse(0.0);
    Optional<SessionTimes> work = state.lastSessionBefore(report.at());
    boolean aching = report.signs().workedMuscleAche() && soreness.soon(work, report.at());
    boolean sore = aching && soreness.bearable(report.pain());
    List<String> flareRules = new ArrayList<>();
    if (report.hasImpact()) {
      flareRules.add("FL-2");
    }
    if (report.signs().alarming()) {
      flareRules.add("FL-3");
    }
    if (sore
        ? lastingRise.known(rise, report.lasted())
        : lastingRise.possible(rise, report.lasted())) {
      flareRules.add("FL-1");
    }
    if (report.signs().possibleMuscleAche() && soreness.lasting(work, report.at())) {
      flareRules.add("SO-2");
    }
    if (aching && !sore) {
      flareRules.add("PM-RED");
    }
    if (!flareRules.isEmpty()) {
      return Finding.flare(flareReport(report, rise, flareRules));
    }
    return sore ? Finding.of(Outcome.AMBER, List.of("SO-1")) : Finding.of(Outcome.GREEN, List.of());
  }

  private FlareReport flareReport(SelfReport report, double rise, List<String> flareRules) {
    return new FlareReport(
        severity.of(
            report.pain(), rise, report.signs().alarming(), report.usualActivitiesImpossible()),
        report.pain(),
        (int) Math.ceil(rise),
        report.at(),
        report.trigger().stream().toList(),
        report.signs().radiating(),
        flareRules,
        Origin.SELF_REPORT,
        Optional.empty(),
        Optional.empty());
  }
}
