package health.backstep.backbone.rest;

import health.backstep.backbone.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entity tags as callers send them back (RFC 9110); ours have no comma in them. */
final class EntityTags {

  private static final String WEAK = "W/";

  private EntityTags() {}

  static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /** Whether the caller already has what it would get: weakly compared. */
  static boolean isKnown(String ifNoneMatch, String tag) {
    return isAny(ifNoneMatch)
        || each(ifNoneMatch)
            .map(known -> known.startsWith(WEAK) ? known.substring(WEAK.length()) : known)
            .anyMatch(tag::equals);
  }

  /**
   * Refuses the change of a thing that is not as the caller last saw it: strongly compared.
   *
   * @throws ProblemException 428 without {@code If-Match}, 412 with a stale one
   */
  static void requireMatch(HttpHeaders headers, long current) {
    @Nullable String match = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (match == null) {
      throw new ProblemException(
          428, "IF_MATCH_REQUIRED", "Send If-Match with the ETag of your last read.", List.of());
    }
    if (!isAny(match) && each(match).noneMatch(of(current)::equals)) {
      throw new ProblemException(
          412, "STALE", "It has changed since your last read; read it again.", List.of());
    }
  }

  private static boolean isAny(String field) {
    return field.strip().equals("*");
  }

  private static Stream<String> each(String field) {
    return Arrays.stream(field.split(",")).map(String::strip);
  }
}
