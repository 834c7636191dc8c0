package health.backstep.profile.erasure.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An erasure as partners see it. */
@Schema(name = "Erasure")
public record ErasureView(
    UUID erasureId,
    UUID patientId,
    Instant requestedAt,
    ErasureState state,
    List<Part> parts,
    @Nullable String receipt) {

  /** How far an erasure is. */
  public enum ErasureState {
    IN_PROGRESS,
    COMPLETED
  }

  /** What one service has done. */
  @Schema(name = "ErasurePart")
  public record Part(String service, @Nullable Instant erasedAt) {

    static Part of(ErasurePartRow row) {
      return new Part(row.service, row.erasedAt);
    }
  }

  static ErasureView of(ErasureRow row, List<ErasurePartRow> parts) {
    return new ErasureView(
        row.id,
        row.patientId,
        row.requestedAt,
        row.completedAt == null ? ErasureState.IN_PROGRESS : ErasureState.COMPLETED,
        parts.stream().map(Part::of).toList(),
        row.receipt);
  }
}
