package health.backstep.wire.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call: who did what to which object, and how it ended. Nothing of what was sent or answered.
 *
 * @param at when it was answered, to the microsecond
 * @param client who called, as the token's subject says; null when the token proved nothing
 * @param operation the OpenAPI operation; null when the call was refused before it had one
 * @param objectType what it was about, by the name of its collection, such as {@code patients}
 * @param objectDigest by which the ids are proved that are kept beside the line; null without ids
 * @param status HTTP status
 * @param code of the problem, for a refused call
 * @param times how many calls alike the line stands for; more than 1 only where the caller is
 *     unknown or the call had no operation
 * @param traceId of the request, 32 hexadecimal digits
 */
public record AuditEntry(
    Instant at,
    @Nullable String client,
    @Nullable String operation,
    @Nullable String objectType,
    @Nullable String objectDigest,
    int status,
    @Nullable String code,
    long times,
    @Nullable String traceId) {

  private static final int LONGEST_CLIENT = 255;
  private static final Pattern NOT_PRINTABLE =
      Pattern.compile("\\p{Cntrl}|\\p{Cs}|[\\u0085\\u2028\\u2029]");

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** A client's name as a line can hold it: on one line, and not longer than others are. */
  public static String client(String subject) {
    String brief = subject.substring(0, Math.min(subject.length(), LONGEST_CLIENT));
    return NOT_PRINTABLE.matcher(brief).replaceAll("?");
  }

  /** The same for so many calls, of which nothing but their number differs. */
  public AuditEntry times(long calls) {
    return new AuditEntry(
        at, client, operation, objectType, objectDigest, status, code, calls, traceId);
  }
}
