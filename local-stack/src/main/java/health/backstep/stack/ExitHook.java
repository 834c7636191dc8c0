package health.backstep.stack;

/** What is done when this JVM ends, be it by Ctrl-C. */
public final class ExitHook {

  private ExitHook() {}

  public static void add(Thread hook) {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does nothing when the JVM is ending already, since then the hook runs. */
  public static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return;
    }
  }
}
