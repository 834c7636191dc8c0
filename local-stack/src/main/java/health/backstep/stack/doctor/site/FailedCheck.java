package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import java.util.List;

/** Tells that checks could not be found, and why. */
record FailedCheck(Subject subject, RuntimeException failure) implements Check {

  @Override
  public List<Finding> look() {
    return List.of(subject.failed(failure));
  }
}
