package health.backstep.session.course.edge;

import health.backstep.session.flare.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An episode as partners see it. */
public record EpisodeView(
    UUID flareId,
    Severity severity,
    Instant openedAt,
    Instant lastReportAt,
    int reports,
    @Nullable Instant settledAt) {

  static EpisodeView of(FlareRow row) {
    return new EpisodeView(
        row.id, row.severity, row.openedAt, row.lastReportAt, row.reports, row.settledAt);
  }
}
