package health.backstep.stack.seed;

import java.time.OffsetDateTime;

/** Something that a patient does or tells in the course of a life. */
sealed interface Happening {

  OffsetDateTime at();

  /** Pain is what is usual from then on, 0-10. */
  record Assessed(OffsetDateTime at, int pain) implements Happening {}

  /** All of the plan, without trouble. */
  record Trained(OffsetDateTime at) implements Happening {}

  record CheckedIn(OffsetDateTime at, int pain) implements Happening {}

  record Flared(OffsetDateTime at, int pain) implements Happening {}
}
