package health.backstep.backbone.load;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What an event loop takes on in one go: all calls that stood at its door when it looked. When
 * there is more than the machine can do, the loop gets around to the last of them seconds later,
 * while those who wait give up; so the later ones of a long turn are refused, and the next turn
 * begins with calls that have just come. Belongs to one loop, so to one thread.
 */
final class Turn {

  /** So many are taken on however long it takes: a loop that is only slow refuses nobody. */
  static final int AT_LEAST = 8;

  /**
   * Little of the second that an app waits. All that is taken on takes processors away from
   * refusing those behind, and what is not refused in time was taken on in vain, too.
   */
  static final Duration LONGEST = Duration.ofMillis(60);

  private final LongSupplier nanos;
  private long begun;
  private int calls;

  Turn(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether a call is the first of its turn, whose {@link #end} has to follow all of it. */
  boolean begins() {
    return calls == 0;
  }

  /** Whether the next call may be taken on. */
  boolean takesOn() {
    if (calls == 0) {
      begun = nanos.getAsLong();
    }
    calls++;
    return calls <= AT_LEAST || nanos.getAsLong() - begun <= LONGEST.toNanos();
  }

  void end() {
    calls = 0;
  }
}
