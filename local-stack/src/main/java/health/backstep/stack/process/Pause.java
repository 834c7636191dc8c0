package health.backstep.stack.process;

/** The wait between two looks at something that no event announces. */
public final class Pause {

  private Pause() {}

  /** False when the thread was asked to stop; it stays marked as interrupted. */
  public static boolean of(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
