package health.backstep.wire;

import java.util.List;

/** A request that can be read but not accepted. Its texts go to the caller. */
public class Refused extends RuntimeException {

  private final transient List<Fault> faults;

  public Refused(List<Fault> faults) {
    super("The request can be read but not accepted.");
    this.faults = List.copyOf(faults);
  }

  /** Because of one field; see {@link Fault}. */
  public static Refused because(String pointer, String code, String message) {
    return new Refused(List.of(new Fault(pointer, code, message)));
  }

  /**
   * Lets a request without faults pass.
   *
   * @throws Refused naming all faults at once
   */
  public static void ifAny(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
  }

  /** At least one. */
  public List<Fault> faults() {
    return faults;
  }
}
