package health.backstep.wire;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them: with a year of four digits. The standard library reads many more,
 * which no database keeps.
 */
public final class WrittenTime {

  private static final Pattern BEGIN = Pattern.compile("[0-9]{4}-");

  private WrittenTime() {}

  /**
   * Reads a date or a time.
   *
   * @param parse reads what is written so, such as {@code Instant::parse}
   * @throws DateTimeException when it is written otherwise
   */
  public static <T> T read(String text, Function<CharSequence, T> parse) {
    if (!isOne(text)) {
      throw new DateTimeException("it has no year of four digits");
    }
    return parse.apply(text);
  }

  /** Whether the text begins as all of them do. */
  static boolean isOne(String text) {
    return BEGIN.matcher(text).lookingAt();
  }
}
