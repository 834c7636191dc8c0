package health.backstep.session.flare.wire;

import health.backstep.session.flare.SelfReport;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.pain.PainSigns;
import health.backstep.session.redflag.RedFlagAnswers;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flare in the patient's own words.
 *
 * @param lastedHours how long the pain has been there, 0 to 720
 * @param quality sharp, shooting or burning pain is a flare at once (FL-3)
 * @param location so is pain in the leg
 * @param trigger id of the exercise that the patient holds responsible
 * @param activitiesImpossible whether usual activities are impossible, which makes the flare severe
 *     (FL-SEV); may be left out
 */
public record FlareRequest(
    @NotNull OffsetDateTime at,
    @NotNull @Min(0) @Max(10) Integer pain,
    @Nullable @DecimalMin("0") @DecimalMax("720") BigDecimal lastedHours,
    @NotNull Boolean hardToTolerate,
    @NotNull Boolean activitiesLimited,
    @NotNull Boolean worried,
    @Nullable PainQuality quality,
    @Nullable PainLocation location,
    @Nullable
        @Pattern(
            regexp = "(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*",
            message = "must be the id of an exercise")
        String trigger,
    @Nullable RedFlagAnswers redFlags,
    @Nullable Boolean activitiesImpossible) {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  public SelfReport toReport() {
    return new SelfReport(
        at.toInstant(),
        pain,
        Optional.ofNullable(lastedHours).map(FlareRequest::duration),
        hardToTolerate,
        activitiesLimited,
        worried,
        Boolean.TRUE.equals(activitiesImpossible),
        new PainSigns(Optional.ofNullable(quality), Optional.ofNullable(location)),
        Optional.ofNullable(trigger),
        redFlags == null ? RedFlagAnswers.notAsked() : redFlags);
  }

  private static Duration duration(BigDecimal hours) {
    return Duration.ofSeconds(hours.multiply(SECONDS_PER_HOUR).longValue());
  }
}
