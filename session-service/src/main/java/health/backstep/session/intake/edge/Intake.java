package health.backstep.session.intake.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.session.intake.Fault;
import health.backstep.session.intake.RecordedTime;
import java.time.Instant;
import java.util.List;

/** Turns the domain's faults into problem documents. */
public final class Intake {

  private Intake() {}

  /**
   * Refuses a record with faults.
   *
   * @throws ProblemException 422 naming all of them
   */
  public static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.unacceptable(faults.stream().map(Intake::translated).toList());
    }
  }

  /** Refuses a time that lies ahead. */
  public static void refuseFuture(String pointer, Instant at, Instant now) {
    refuse(RecordedTime.fault(pointer, at, now).stream().toList());
  }

  private static health.backstep.backbone.problem.Fault translated(Fault fault) {
    return new health.backstep.backbone.problem.Fault(
        fault.pointer(), fault.code(), fault.message());
  }
}
