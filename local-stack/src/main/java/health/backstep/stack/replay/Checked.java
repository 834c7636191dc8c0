package health.backstep.stack.replay;

import health.backstep.plan.replay.Parting;
import health.backstep.plan.replay.Replay;
import health.backstep.plan.replay.StoredCourse;
import health.backstep.wire.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What making all stored plans again came to. */
public final class Checked {

  private final List<Parting> partings = new ArrayList<>();
  private long patients;
  private long events;
  private long versions;

  private Checked() {}

  /**
   * Makes every stored plan again.
   *
   * @param patient that one only, when there is one
   * @param next told about each patient that is done
   */
  public static Checked of(
      PlanDatabase database, Optional<UUID> patient, Replay replay, Runnable next) {
    Checked checked = new Checked();
    database.forEach(
        patient,
        rows -> {
          checked.add(rows, replay);
          next.run();
        });
    return checked;
  }

  private void add(CourseRows rows, Replay replay) {
    patients++;
    events += rows.events().size();
    versions += rows.versions().size();
    try {
      StoredCourse course = rows.toCourse();
      partings.addAll(replay.check(course));
    } catch (UnreadableEvent e) {
      partings.add(Parting.unfoldable(rows.patientId(), Optional.empty(), e.getMessage()));
    }
  }

  public long patients() {
    return patients;
  }

  public long events() {
    return events;
  }

  /** Stored plan versions. */
  public long versions() {
    return versions;
  }

  /** All that differs, patient by patient. */
  public List<Parting> partings() {
    return List.copyOf(partings);
  }
}
