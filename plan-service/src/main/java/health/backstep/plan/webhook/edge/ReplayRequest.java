package health.backstep.plan.webhook.edge;

import health.backstep.plan.change.edge.ChangeFeed;
import health.backstep.wire.Refused;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are to be sent again: a stretch of time, or of the change feed's numbers.
 *
 * @param from the time at which the first of them was recorded
 * @param to the time before which the last of them was recorded; now when it is not given
 */
public record ReplayRequest(
    @Schema(description = "Changes recorded from this time on.", examples = "2026-11-20T09:00:00Z")
        @Nullable OffsetDateTime from,
    @Schema(description = "And before this time; not given: until now.")
        @Nullable OffsetDateTime to,
    @Schema(description = "In place of times: number of the first change.", examples = "17")
        @Nullable Long fromNumber,
    @Schema(description = "Number of the last change; not given: the newest.")
        @Nullable Long toNumber,
    @Schema(description = "Leave out what was delivered or is still being tried.")
        @Nullable Boolean onlyUndelivered) {

  boolean wantsOnlyUndelivered() {
    return Boolean.TRUE.equals(onlyUndelivered);
  }

  /**
   * The changes that are meant.
   *
   * @throws Refused when it is not clear which
   */
  ChangeStretch stretch(Sql sql, ChangeFeed.Extent extent) {
    boolean byTime = from != null;
    if (byTime == (fromNumber != null) || (byTime && toNumber != null) || (!byTime && to != null)) {
      throw Refused.because(
          "/from", "RANGE_UNCLEAR", "Give from and to, or fromNumber and toNumber.");
    }
    if (!byTime) {
      long last = toNumber == null ? extent.last() : Math.min(toNumber, extent.last());
      return new ChangeStretch(Math.max(fromNumber, extent.removed() + 1), last);
    }
    if (to != null && !from.isBefore(to)) {
      throw Refused.because("/to", "ENDS_BEFORE_START", "to is after from.");
    }
    return ChangeStretch.recorded(
        sql, from.toInstant(), to == null ? null : to.toInstant(), extent.last());
  }
}
