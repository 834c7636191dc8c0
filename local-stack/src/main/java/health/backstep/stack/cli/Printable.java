package health.backstep.stack.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Text that came from outside, made safe for a terminal, and times as the commands show them. */
final class Printable {

  private Printable() {}

  /** With a sign in place of every control character: a broken record must not steer a terminal. */
  static String text(String from) {
    return from.codePoints()
        .map(character -> isHarmless(character) ? character : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** In UTC, to the second. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static boolean isHarmless(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
