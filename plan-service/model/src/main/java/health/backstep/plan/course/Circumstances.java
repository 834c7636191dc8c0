package health.backstep.plan.course;

import health.backstep.plan.gate.Clearance;
import health.backstep.plan.gate.RedFlag;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What other services have told about the patient.
 *
 * @param assessment the latest one
 * @param background what earlier times mean for it
 */
public record Circumstances(
    Optional<PatientRecorded> patient,
    Optional<Clearance> clearance,
    List<RedFlag> flags,
    Optional<AssessmentCompleted> assessment,
    Background background) {

  public static final Circumstances UNKNOWN =
      new Circumstances(
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Background.NONE);

  public Circumstances with(PatientRecorded recorded) {
    return new Circumstances(Optional.of(recorded), clearance, flags, assessment, background);
  }

  public Circumstances with(Clearance given) {
    return new Circumstances(patient, Optional.of(given), flags, assessment, background);
  }

  public Circumstances with(RedFlag raised) {
    List<RedFlag> all = Stream.concat(flags.stream(), Stream.of(raised)).toList();
    return new Circumstances(patient, clearance, all, assessment, background);
  }

  /** The latest assessment, in the light of what was before (PL-DIR, PL-LAYOFF). */
  public Circumstances with(AssessmentCompleted made, RuleSet rules) {
    Background seen = background.assessed(made, rules.rule("PL-DIR"), rules.rule("PL-LAYOFF"));
    return new Circumstances(patient, clearance, flags, Optional.of(made), seen);
  }

  Circumstances trained(Instant at) {
    return new Circumstances(patient, clearance, flags, assessment, background.trained(at));
  }
}
