package health.backstep.stack.doctor;

import java.time.Duration;
import java.util.Locale;

/** Amounts as a person says them. */
public final class Amount {

  private static final double GIGABYTE = 1L << 30;
  private static final long MEGABYTE = 1L << 20;

  private Amount() {}

  public static String ofBytes(long bytes) {
    return bytes < GIGABYTE
        ? bytes / MEGABYTE + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
  }

  public static String of(Duration time) {
    if (time.compareTo(Duration.ofSeconds(10)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(Duration.ofHours(3)) < 0) {
      return time.toMinutes() + " min";
    }
    return time.compareTo(Duration.ofDays(3)) < 0 ? time.toHours() + " h" : time.toDays() + " days";
  }

  /** Such as {@code 1 event} and {@code 2 events}. */
  public static String of(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : one + "s");
  }
}
