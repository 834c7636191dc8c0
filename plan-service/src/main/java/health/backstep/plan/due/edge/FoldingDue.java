package health.backstep.plan.due.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.due.DueCourse;
import health.backstep.plan.due.DueEvent;
import health.backstep.plan.due.DueEvent.Asked;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.DueRules;
import health.backstep.plan.due.edge.KeepingDue.Kept;
import health.backstep.plan.due.wire.DueEventReader;
import health.backstep.plan.fold.Rulebook;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.edge.Histories;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what is due for a patient in step with what happened, in the transaction of what happened.
 * The plan knows nothing of it: no version and no digest hangs on what is due.
 */
@ApplicationScoped
public class FoldingDue {

  private final DueCourses courses;
  private final KeepingDue keeping;
  private final AnnouncingDue announcing;
  private final DueRules rules;
  private final Histories histories;
  private final Rulebook rulebook;
  private final PatientClock time;

  FoldingDue(
      DueCourses courses,
      KeepingDue keeping,
      AnnouncingDue announcing,
      DueRules rules,
      Histories histories,
      Rulebook rulebook,
      PatientClock time) {
    this.courses = courses;
    this.keeping = keeping;
    this.announcing = announcing;
    this.rules = rules;
    this.histories = histories;
    this.rulebook = rulebook;
    this.time = time;
  }

  /** Before the first event of a transaction: those of these patients will be taken in. */
  public void expect(Collection<UUID> patients) {
    courses.expect(patients);
  }

  /** After the last of them. */
  public void finish() {
    List<UUID> fallenDue = keeping.finish();
    if (!fallenDue.isEmpty()) {
      announcing.announce(fallenDue);
    }
    courses.finish();
  }

  /** Takes in an event and the plan version that it made, if it made one. */
  public void fold(UUID patientId, Cause cause, byte[] payload, Optional<PlanVersion> version) {
    List<DueEvent> events = events(cause, payload, version);
    if (!events.isEmpty()) {
      DueCourse before = locked(patientId);
      DueCourse after = before;
      for (DueEvent event : events) {
        after = after.with(event);
      }
      if (!after.equals(before)) {
        keep(patientId, after);
      }
    }
  }

  /** Makes sure that the course of a patient from before there were due items is kept, too. */
  void begin(UUID patientId) {
    if (!courses.isKnown(patientId)) {
      locked(patientId);
    }
  }

  private void keep(UUID patientId, DueCourse course) {
    Instant now = time.now(patientId);
    List<DueItem> open = rules.items(course).stream().filter(item -> item.isOpenAt(now)).toList();
    boolean fallenDue = open.stream().anyMatch(item -> !item.dueAt().isAfter(now));
    Kept kept = new Kept(patientId, course, open, fallenDue);
    if (courses.moveOn(patientId, course)) {
      keeping.putOff(kept);
    } else {
      keeping.keep(kept);
      if (fallenDue) {
        announcing.announce(patientId);
      }
    }
  }

  private DueCourse locked(UUID patientId) {
    Optional<DueCourse> known = courses.lock(patientId);
    if (known.isPresent()) {
      return known.get();
    }
    if (!courses.begin(patientId)) {
      return courses.lockAfresh(patientId).orElseThrow();
    }
    DueCourse course = ofHistory(patientId);
    courses.moveOn(patientId, course);
    if (!course.equals(DueCourse.NEW)) {
      keep(patientId, course);
    }
    return course;
  }

  /** What was folded before; an event that is folded again now changes nothing the second time. */
  private DueCourse ofHistory(UUID patientId) {
    DueCourse[] course = {DueCourse.NEW};
    PlanState[] state = {PlanState.EMPTY};
    histories.each(
        patientId,
        (FoldedEvent event, byte[] payload) -> {
          Step step = rulebook.apply(state[0], event);
          state[0] = step.state();
          for (DueEvent due : events(event.event().cause(), payload, step.version())) {
            course[0] = course[0].with(due);
          }
        });
    return course[0];
  }

  private static List<DueEvent> events(Cause cause, byte[] payload, Optional<PlanVersion> version) {
    List<DueEvent> events = new ArrayList<>();
    DueEventReader.read(cause, payload).ifPresent(events::add);
    version.map(Asked::of).filter(Asked::asksAnything).ifPresent(events::add);
    return events;
  }
}
