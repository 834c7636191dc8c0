package health.backstep.session.reading;

import health.backstep.rules.RuleSet;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.pain.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a check-in by FL-3, FL-1, SO-1, SO-2 and the next-morning part of PM-RED. Soreness that
 * SO-1 accepts explains the pain number: it is then neither a rise nor a bad morning. An ache too
 * strong for SO-1 is PM-RED.
 */
final class CheckInReader {

  private final SorenessRules soreness;
  private final PainMonitoring monitoring;
  private final LastingRise lastingRise;
  private final FlareSeverity severity;

  CheckInReader(RuleSet rules) {
    soreness = new SorenessRules(rules);
    monitoring = new PainMonitoring(rules);
    lastingRise = new LastingRise(rules);
    severity = new FlareSeverity(rules);
  }

  Finding read(CheckIn checkIn, CourseState state, Optional<UsualPain> usual) {
    double rise = usual.map(known -> known.riseTo(checkIn.pain())).orElse(0.0);
    boolean aching =
        checkIn.soreness().statedMuscleAche()
            && soreness.soon(workBefore(checkIn, state), checkIn.at());
    boolean sore = aching && soreness.bearable(checkIn.pain());
    List<String> flareRules = flareRules(checkIn, state, rise, sore, aching && !sore);
    if (!flareRules.isEmpty()) {
      return Finding.flare(report(checkIn, rise, flareRules));
    }
    return sore ? Finding.of(Outcome.AMBER, List.of("SO-1")) : Finding.of(Outcome.GREEN, List.of());
  }

  private List<String> flareRules(
      CheckIn checkIn, CourseState state, double rise, boolean sore, boolean tooSore) {
    List<String> rules = new ArrayList<>();
    if (checkIn.soreness().signs().alarming()) {
      rules.add("FL-3");
    }
    if (!sore && lastingRise.possible(rise, Optional.empty())) {
      rules.add("FL-1");
    }
    if (checkIn.soreness().possibleMuscleAche()
        && soreness.lasting(workBefore(checkIn, state), checkIn.at())) {
      rules.add("SO-2");
    }
    if (tooSore || (!sore && badMorning(checkIn, state))) {
      rules.add("PM-RED");
    }
    return rules;
  }

  private boolean badMorning(CheckIn checkIn, CourseState state) {
    return morningAfter(checkIn, state)
        && monitoring.redNextMorning(checkIn.pain(), state.baseline());
  }

  /** The session that the check-in follows; without one, the last before it. */
  private static Optional<SessionTimes> workBefore(CheckIn checkIn, CourseState state) {
    return checkIn
        .sessionId()
        .map(state::session)
        .orElseGet(() -> state.lastSessionBefore(checkIn.at()));
  }

  /** On the patient's calendar day after the one on which the session began. */
  private static boolean morningAfter(CheckIn checkIn, CourseState state) {
    LocalDate day = LocalDate.ofInstant(checkIn.at(), state.zone());
    return checkIn
        .sessionId()
        .flatMap(state::session)
        .map(session -> LocalDate.ofInstant(session.startedAt(), state.zone()).plusDays(1))
        .filter(day::equals)
        .isPresent();
  }

  private FlareReport report(CheckIn checkIn, double rise, List<String> flareRules) {
    boolean alarming = checkIn.soreness().signs().alarming();
    return new FlareReport(
        severity.of(checkIn.pain(), rise, alarming, false),
        checkIn.pain(),
        (int) Math.ceil(rise),
        checkIn.at(),
        List.of(),
        checkIn.soreness().signs().radiating(),
        flareRules,
        Origin.CHECK_IN,
        Optional.empty(),
        checkIn.sessionId());
  }
}
