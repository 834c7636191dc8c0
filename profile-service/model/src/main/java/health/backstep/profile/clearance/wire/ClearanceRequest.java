package health.backstep.profile.clearance.wire;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.wire.Refused;
import jakarta.validation.constraints.NotBlank;
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
    @NotBlank @Size(max = 200) String by,
    @Nullable @Size(max = 40) String validUntil) {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  public Clearance toClearance(ZoneId zone, Instant now) {
    return new Clearance(
        status, loading, by, Optional.ofNullable(validUntil).map(text -> end(text, zone)), now);
  }

  private static Instant end(String text, ZoneId zone) {
    try {
      Instant end =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
      if (end.isBefore(EARLIEST) || end.isAfter(LATEST)) {
        throw Refused.because(
            "/validUntil", "OUT_OF_RANGE", "Send a time from the years 1900 to 2999.");
      }
      return end;
    } catch (DateTimeException e) {
      throw Refused.because(
          "/validUntil",
          "INVALID_VALUE",
          "Send a day such as 2027-01-31 or a time with offset such as 2027-01-31T12:00:00+01:00.");
    }
  }
}
