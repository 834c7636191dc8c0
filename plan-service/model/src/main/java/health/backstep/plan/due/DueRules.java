package health.backstep.plan.due;

import static java.util.Comparator.comparing;

import health.backstep.plan.due.DueEvent.Asked;
import health.backstep.plan.due.DueEvent.Assessed;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is due.
 *
 * <ul>
 *   <li>The morning after every session: whether it was green or amber shows only then (PM-GREEN).
 *   <li>72 hours after its end: an ache that is still there is too much (SO-2). Nothing is asked
 *       when the patient has said, the morning after or later, that nothing aches. Who said nothing
 *       is asked: not answered is not no.
 *   <li>24 hours after a mild flare (RG-MILD), until it has settled.
 *   <li>A new assessment 28 days after the last one, and at once when the safety questions have to
 *       be answered again (RF-RESCREEN).
 *   <li>A clinician's review that a rule asks for.
 * </ul>
 *
 * The hours and days are the rule set's. That a morning begins at seven, and how long a late answer
 * still counts, is our own choice, with no evidence found.
 */
public final class DueRules {

  private final CheckInRules checkIns;
  private final Duration assessmentFor;

  public DueRules(RuleSet rules) {
    this.checkIns = new CheckInRules(rules);
    this.assessmentFor = Duration.ofDays(rules.rule("RF-RESCREEN").threshold("assessmentDays"));
  }

  /** All that is not done, by the time at which it is due; some of it may be past answering. */
  public List<DueItem> items(DueCourse course) {
    Stream<DueItem> others =
        Stream.of(reassessment(course), review(course)).flatMap(Optional::stream);
    return Stream.concat(checkIns.items(course), others)
        .sorted(
            comparing(DueItem::dueAt).thenComparing(DueItem::kind).thenComparing(DueItem::subject))
        .toList();
  }

  private Optional<DueItem> reassessment(DueCourse course) {
    return course
        .assessed()
        .map(
            assessed ->
                new DueItem(
                    DueKind.REASSESSMENT,
                    assessed.eventId(),
                    dueAgain(assessed, course.safety()),
                    Optional.empty(),
                    "RF-RESCREEN",
                    course.safety().map(Asked::planVersion)));
  }

  private Instant dueAgain(Assessed assessed, Optional<Asked> safety) {
    Instant byTime = assessed.at().plus(assessmentFor);
    return safety.map(Asked::at).filter(byTime::isAfter).orElse(byTime);
  }

  private static Optional<DueItem> review(DueCourse course) {
    return course
        .review()
        .map(
            asked ->
                new DueItem(
                    DueKind.REVIEW,
                    asked.eventId(),
                    asked.at(),
                    Optional.empty(),
                    asked.reviewRule().orElseThrow(),
                    Optional.of(asked.planVersion())));
  }
}
