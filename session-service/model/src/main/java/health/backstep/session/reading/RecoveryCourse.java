package health.backstep.session.reading;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.flare.EpisodeStep;
import health.backstep.session.flare.FlareId;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.flare.Settling;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainReading;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.WorkoutSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a patient's records one by one, in the order of their arrival. A pure fold: the same state,
 * record and rule set give the same reading; only a newly opened flare takes its name from outside.
 */
public final class RecoveryCourse {

  /**
   * A record may come this late and still be read against what was known at its time; older ones
   * are read against the baseline. A bound of memory, not of a rule.
   */
  private static final Duration LATE = Duration.ofDays(7);

  private final RuleSet rules;
  private final Supplier<UUID> flareIds;
  private final SessionReader sessions;
  private final CheckInReader checkIns;
  private final SelfReportReader selfReports;

  /**
   * Reads by this rule set.
   *
   * @param flareIds names a new flare; asked only when one opens
   */
  public RecoveryCourse(RuleSet rules, Supplier<UUID> flareIds) {
    this.rules = rules;
    this.flareIds = flareIds;
    this.sessions = new SessionReader(rules);
    this.checkIns = new CheckInReader(rules);
    this.selfReports = new SelfReportReader(rules);
  }

  /** Reads a session against the plan version that it was done from. */
  public Reading read(CourseState state, WorkoutSession session, PrescribedPlan plan) {
    Finding finding = sessions.read(session, plan.warmUp(), usual(session.endedAt(), state));
    CourseState worked =
        state.with(new SessionTimes(session.id(), session.startedAt(), session.endedAt()));
    return conclude(
        worked,
        new PainReading(session.endedAt(), session.painAfter(), Origin.SESSION),
        finding,
        session.redFlags());
  }

  public Reading read(CourseState state, CheckIn checkIn) {
    return conclude(
        state,
        new PainReading(checkIn.at(), checkIn.pain(), Origin.CHECK_IN),
        checkIns.read(checkIn, state, usual(checkIn.at(), state)),
        checkIn.redFlags());
  }

  public Reading read(CourseState state, SelfReport report) {
    return conclude(
        state,
        new PainReading(report.at(), report.pain(), Origin.SELF_REPORT),
        selfReports.read(report, state, usual(report.at(), state)),
        report.redFlags());
  }

  /**
   * Sets the baseline and settles an open flare. An assessment's red flags are triaged elsewhere.
   */
  public Reading read(CourseState state, AssessmentTaken assessment) {
    EpisodeStep step = state.episode().onAssessment(assessment.assessedAt());
    return new Reading(
        Outcome.GREEN,
        Optional.empty(),
        step.event(),
        Optional.empty(),
        List.of(),
        List.of(),
        state.with(assessment).with(step.state()));
  }

  private Reading conclude(
      CourseState state, PainReading reading, Finding finding, RedFlagAnswers answers) {
    Optional<RedFlagRaised> redFlag = answers.raised();
    EpisodeStep step = episodeStep(state, reading, finding);
    return new Reading(
        finding.outcome(),
        finding.flare(),
        step.event(),
        redFlag,
        reasons(redFlag, finding),
        finding.soreExercises(),
        state.with(reading).with(step.state()).keeping(medianSpan().plus(LATE)));
  }

  private EpisodeStep episodeStep(CourseState state, PainReading reading, Finding finding) {
    int days = rules.rule("FL-EPISODE").threshold("settlingDays");
    Settling settling = new Settling(state.baseline(), state.zone(), days);
    return finding
        .flare()
        .map(
            report -> state.episode().onReport(report, settling, () -> new FlareId(flareIds.get())))
        .orElseGet(() -> state.episode().onReading(reading, settling));
  }

  private List<Reason> reasons(Optional<RedFlagRaised> redFlag, Finding finding) {
    return Stream.concat(
            redFlag.stream().map(raised -> raised.urgency().rule()), finding.rules().stream())
        .map(rules::rule)
        .map(rule -> new Reason(rule.id(), rule.text()))
        .toList();
  }

  private Optional<UsualPain> usual(Instant at, CourseState state) {
    return UsualPain.at(at, state, fl1());
  }

  private Duration medianSpan() {
    return Duration.ofDays(fl1().threshold("medianDays"));
  }

  private Rule fl1() {
    return rules.rule("FL-1");
  }
}
