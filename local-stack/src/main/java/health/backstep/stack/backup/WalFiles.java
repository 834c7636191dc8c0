package health.backstep.stack.backup;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** How PostgreSQL names the files of its log. */
final class WalFiles {

  private static final int TIMELINE_DIGITS = 8;
  private static final int HEX = 16;
  private static final int HALF = 32;
  private static final long LOWER_HALF = 0xFFFFFFFFL;

  private WalFiles() {}

  /**
   * From one file to the one that a place ends in.
   *
   * @param first its name
   * @param end a place in the log such as {@code 0/3000158}, behind the last byte that counts
   */
  static List<String> upTo(String first, String end, long segmentBytes) {
    String timeline = first.substring(0, TIMELINE_DIGITS);
    long from = number(first, segmentBytes);
    long to = (place(end) - 1) / segmentBytes;
    return LongStream.rangeClosed(from, to)
        .mapToObj(number -> timeline + digits(number, segmentBytes))
        .toList();
  }

  private static long place(String lsn) {
    int slash = lsn.indexOf('/');
    long high = Long.parseLong(lsn.substring(0, slash), HEX);
    return (high << HALF) + Long.parseLong(lsn.substring(slash + 1), HEX);
  }

  private static long number(String name, long segmentBytes) {
    long high = Long.parseLong(name.substring(TIMELINE_DIGITS, 2 * TIMELINE_DIGITS), HEX);
    long low = Long.parseLong(name.substring(2 * TIMELINE_DIGITS), HEX);
    return high * inEach(segmentBytes) + low;
  }

  private static String digits(long number, long segmentBytes) {
    return String.format(
        Locale.ROOT, "%08X%08X", number / inEach(segmentBytes), number % inEach(segmentBytes));
  }

  /** Files with the same upper half of their number. */
  private static long inEach(long segmentBytes) {
    return (LOWER_HALF + 1) / segmentBytes;
  }
}
