package health.backstep.plan.course;

import health.backstep.plan.gate.Clearance;
import health.backstep.plan.gate.RedFlag;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What other services have told about the patient. */
public record Circumstances(
    Optional<PatientRecorded> patient,
    Optional<Clearance> clearance,
    List<RedFlag> flags,
    Optional<AssessmentCompleted> assessment) {

  public static final Circumstances UNKNOWN =
      new Circumstances(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public Circumstances with(PatientRecorded recorded) {
    return new Circumstances(Optional.of(recorded), clearance, flags, assessment);
  }

  public Circumstances with(Clearance given) {
    return new Circumstances(patient, Optional.of(given), flags, assessment);
  }

  public Circumstances with(RedFlag raised) {
    List<RedFlag> all = Stream.concat(flags.stream(), Stream.of(raised)).toList();
    return new Circumstances(patient, clearance, all, assessment);
  }

  public Circumstances with(AssessmentCompleted made) {
    return new Circumstances(patient, clearance, flags, Optional.of(made));
  }
}
