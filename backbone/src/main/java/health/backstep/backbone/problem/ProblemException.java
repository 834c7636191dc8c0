package health.backstep.backbone.problem;

import health.backstep.wire.Fault;
import java.util.List;

/**
 * Ends a request with a problem document. Its texts go to the caller, so they quote nothing
 * personal.
 */
public class ProblemException extends RuntimeException {

  private final int status;
  private final String code;
  private final transient List<Fault> faults;

  public ProblemException(int status, String code, String detail, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.code = code;
    this.faults = List.copyOf(faults);
  }

  /** Missing, or another tenant's: both answer alike. */
  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(404, code, detail, List.of());
  }

  /** The answer for a patient who is missing, another tenant's, or was erased. */
  public static ProblemException unknownPatient() {
    return notFound("PATIENT_NOT_FOUND", "There is no such patient.");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Fault> faults() {
    return faults;
  }
}
