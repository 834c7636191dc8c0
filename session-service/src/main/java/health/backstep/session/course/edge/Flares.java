package health.backstep.session.course.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.session.SessionTopic;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.flare.wire.PainFlareReported;
import health.backstep.session.flare.wire.PainFlareSettled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Keeps the episodes and tells the other services about each step of them. */
@ApplicationScoped
public class Flares {

  private final FlareRows rows;
  private final Outbox outbox;

  Flares(FlareRows rows, Outbox outbox) {
    this.rows = rows;
    this.outbox = outbox;
  }

  /**
   * Notes a report and publishes it.
   *
   * @return the event's id
   */
  public UUID report(
      UUID patientId, Cause cause, UUID flareId, FlareReport report, Episode episode) {
    FlareRow row =
        episode == Episode.OPENED ? open(patientId, flareId, report) : rows.findById(flareId);
    row.reports++;
    row.severity = row.severity.worseThan(report.severity()) ? row.severity : report.severity();
    row.lastReportAt = row.lastReportAt.isAfter(report.at()) ? row.lastReportAt : report.at();
    return outbox.publish(
        SessionTopic.EVENTS,
        PainFlareReported.TYPE,
        patientId,
        cause,
        PainFlareReported.of(patientId, flareId, report, episode));
  }

  /**
   * Notes that a flare is over and publishes it.
   *
   * @return the event's id
   */
  public UUID settle(UUID patientId, Cause cause, UUID flareId, Instant at) {
    rows.findById(flareId).settledAt = at;
    return outbox.publish(
        SessionTopic.EVENTS,
        PainFlareSettled.TYPE,
        patientId,
        cause,
        new PainFlareSettled(patientId, flareId, at));
  }

  /** A patient's episodes, newest first. */
  public Page<EpisodeView> page(UUID patientId, PageRequest page) {
    return page.newestFirst(
        (before, most) -> rows.page(patientId, before, most), row -> row.id, EpisodeView::of);
  }

  private FlareRow open(UUID patientId, UUID flareId, FlareReport report) {
    FlareRow row = new FlareRow();
    row.id = flareId;
    row.patientId = patientId;
    row.openedAt = report.at();
    row.lastReportAt = report.at();
    row.severity = report.severity();
    rows.persist(row);
    return row;
  }
}
