package health.backstep.backbone.inbox;

import java.time.Duration;

/** How a reader waits before it tries a record again. */
@FunctionalInterface
interface Pause {

  /** The record is left to whoever reads it next. */
  final class LeftToAnother extends RuntimeException {
    LeftToAnother() {
      super("left to another reader", null, false, false);
    }
  }

  /**
   * Waits.
   *
   * @throws LeftToAnother when the record is not to be tried again here
   */
  void before(Duration nextTry);
}
