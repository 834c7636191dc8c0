package health.backstep.stack;

/** What is done when this JVM ends, be it by Ctrl-C. */
final class ExitHook {

  private ExitHook() {}

  static void add(Thread hook) {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does nothing when the JVM is ending already, since then the hook runs. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return;
    }
  }
}
