package health.backstep.profile.clearance.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a health professional says.
 *
 * @param validUntil a time with offset, or a day, which then counts as a whole where the patient
 *     lives
 */
public record ClearanceRequest(
    @NotNull ClearanceStatus status,
    @NotNull Boolean loading,
    @NotNull @Size(min = 1, max = 200) String by,
    @Nullable @Size(max = 40) String validUntil) {

  Clearance toClearance(ZoneId zone, Instant now) {
    return new Clearance(
        status, loading, by, Optional.ofNullable(validUntil).map(text -> end(text, zone)), now);
  }

  private static Instant end(String text, ZoneId zone) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.unacceptable(
          "/validUntil",
          "INVALID_VALUE",
          "Send a day such as 2027-01-31 or a time with offset such as 2027-01-31T12:00:00+01:00.");
    }
  }
}
