package health.backstep.stack.doctor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What a check is about.
 *
 * @param check its name, such as {@code migrations}
 * @param where the part of the platform
 * @param more the command that shows more when the check itself fails
 */
public record Subject(String check, String where, String more) {

  public Finding ok(String what) {
    return new Finding(Severity.OK, check, where, what, Optional.empty());
  }

  public Finding warning(String what, String remedy) {
    return new Finding(Severity.WARNING, check, where, what, Optional.of(remedy));
  }

  public Finding wrong(String what, String remedy) {
    return new Finding(Severity.WRONG, check, where, what, Optional.of(remedy));
  }

  /** The check could not be made. */
  public Finding failed(Throwable failure) {
    return wrong("cannot be looked at: " + Failures.words(failure), more);
  }

  /** Looks. That this fails is a finding, too. */
  public List<Finding> guard(Callable<List<Finding>> look) {
    try {
      return look.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(failed(e));
    } catch (Exception e) {
      return List.of(failed(e));
    }
  }
}
