package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.PainLocation;
import health.backstep.profile.assessment.PainQuality;
import health.backstep.profile.assessment.PainReport;
import health.backstep.profile.assessment.Settling;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Pain as the patient tells it; numbers are on the 0-10 rating scale. */
public record PainRequest(
    @NotNull @Min(0) @Max(10) Integer now,
    @NotNull @Min(0) @Max(10) Integer average7d,
    @NotNull @Min(0) @Max(10) Integer worst24h,
    @NotNull PainLocation location,
    @NotNull PainQuality quality,
    @NotNull LocalDate onset,
    @NotNull NightPain nightPain,
    @NotNull Settling settling) {

  public PainReport toReport() {
    return new PainReport(now, average7d, worst24h, location, quality, onset, nightPain, settling);
  }
}
