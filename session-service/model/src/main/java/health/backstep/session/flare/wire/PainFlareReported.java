package health.backstep.session.flare.wire;

import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Origin;
import health.backstep.session.workout.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.session.pain-flare-reported.v1}. */
public record PainFlareReported(
    UUID patientId,
    UUID flareId,
    Episode episode,
    Severity severity,
    Origin origin,
    Instant at,
    int pain,
    int rise,
    boolean radiating,
    List<String> provoking,
    List<String> reasons,
    @Nullable Integer planVersion,
    @Nullable UUID sessionId) {

  public static final String TYPE = "pt.session.pain-flare-reported.v1";

  public static PainFlareReported of(
      UUID patientId, UUID flareId, FlareReport report, Episode episode) {
    return new PainFlareReported(
        patientId,
        flareId,
        episode,
        report.severity(),
        report.origin(),
        report.at(),
        report.pain(),
        report.rise(),
        report.radiating(),
        report.provokingExercises(),
        report.reasons(),
        report.planVersion().orElse(null),
        report.sessionId().map(SessionId::value).orElse(null));
  }
}
