package health.backstep.plan.simulation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.backstep.profile.clearance.ClearanceStatus;
import health.backstep.profile.screening.TriageOutcome;
import health.backstep.session.flare.Severity;
import health.backstep.session.flare.wire.Episode;
import health.backstep.session.reading.Outcome;
import health.backstep.session.redflag.Urgency;
import health.backstep.simulation.wire.EntryKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one record was read as. Of screening, clearance and reading there is the one that fits the
 * record's type; the others are left out.
 *
 * @param pointer where the record stands in the request
 * @param planVersions the versions that it made, often none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
    String pointer,
    EntryKind type,
    Instant at,
    List<Integer> planVersions,
    @Nullable ScreeningView screening,
    @Nullable ClearanceView clearance,
    @Nullable ReadingView reading) {

  /** Of an assessment. */
  public record ScreeningView(TriageView triage, ClassificationView classification) {}

  /** Of a health professional's word. */
  public record ClearanceView(ClearanceStatus status, boolean loading) {}

  /**
   * Of a session, check-in or flare.
   *
   * @param donePercent done against asked, 0-100; null but for sessions
   * @param reasons the rules that read it
   * @param settledFlare the flare that it ended
   */
  public record ReadingView(
      Outcome outcome,
      @Nullable Integer donePercent,
      List<ReasonView> reasons,
      @Nullable FlareView flare,
      @Nullable UUID settledFlare,
      @Nullable RedFlagView redFlag) {}

  /** Whether exercise may begin, and every rule that applied. */
  public record TriageView(TriageOutcome outcome, List<ReasonView> reasons) {}

  /** The pattern of the pain, in profile-service's own words. */
  public record ClassificationView(
      String acuity,
      String irritability,
      String bias,
      String biasConfidence,
      String stage,
      String riskGroup) {}

  /** A flare, and why it is one. */
  public record FlareView(
      UUID flareId, Severity severity, Episode episode, List<ReasonView> reasons) {}

  /** A warning sign, with what to do now in words for the patient. */
  public record RedFlagView(Urgency urgency, String rule, String text) {}

  /** A rule that applied. */
  @Schema(name = "ReadingReason")
  public record ReasonView(String rule, String text, String evidence, List<String> sources) {}
}
