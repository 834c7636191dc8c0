package health.backstep.backbone.failure;

/** Names failures without their messages, which can quote what a record held. */
public final class Failures {

  private Failures() {}

  /** The classes of the failure and its root cause, and where the root cause arose. */
  public static String name(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    StackTraceElement[] trace = root.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String outer = root == failure ? "" : failure.getClass().getSimpleName() + " < ";
    return outer + root.getClass().getSimpleName() + place;
  }
}
