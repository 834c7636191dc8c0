package health.backstep.stack.backup;

import health.backstep.stack.platform.StackFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How far a backup is brought up when it is restored. */
public sealed interface UpTo {

  /** As far as the archived log goes. */
  record Latest() implements UpTo {}

  /** No further than the backup itself. */
  record TheBackup() implements UpTo {}

  /** What was committed until then. */
  record Moment(Instant at) implements UpTo {}

  /**
   * What a person types.
   *
   * @throws StackFailure when it is neither a word nor a time
   */
  static UpTo parse(String typed) {
    return switch (typed) {
      case "latest" -> new Latest();
      case "backup" -> new TheBackup();
      default -> moment(typed);
    };
  }

  private static UpTo moment(String typed) {
    try {
      return new Moment(Instant.parse(typed));
    } catch (DateTimeParseException e) {
      throw new StackFailure(
          "--to is latest, backup or a time such as 2026-11-22T17:30:00Z, not '%s'."
              .formatted(typed),
          e);
    }
  }
}
