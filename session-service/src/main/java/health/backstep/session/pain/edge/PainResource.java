package health.backstep.session.pain.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.rest.Call;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.course.edge.Courses;
import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.PainReading;
import health.backstep.session.reading.CourseState;
import health.backstep.session.reading.UsualPain;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A patient's pain over time. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/pain")
@Tag(name = "Pain and adherence")
public class PainResource {

  private static final int LONGEST_DAYS = 730;

  /**
   * Pain over time, 0-10.
   *
   * @param baseline the 7-day average of the latest assessment
   * @param usual what FL-1 measures a rise from: the 7-day median, or the baseline until there are
   *     3 readings; without the readings of a flare that is open
   * @param median7d the median of all readings of the last 7 days; null until there are 3
   */
  public record PainView(
      UUID patientId,
      @Nullable Integer baseline,
      @Nullable Double usual,
      @Nullable Double median7d,
      List<PainReading> readings) {}

  private final Call call;
  private final Courses courses;
  private final PainReadings readings;
  private final RuleSet rules;
  private final PatientClock clock;

  PainResource(
      Call call, Courses courses, PainReadings readings, RuleSet rules, PatientClock clock) {
    this.call = call;
    this.courses = courses;
    this.readings = readings;
    this.rules = rules;
    this.clock = clock;
  }

  @GET
  @RolesAllowed("sessions:read")
  @Operation(operationId = "getPain", summary = "Reads pain over time, with the 7-day median")
  @APIResponse(responseCode = "200", description = "Pain over time.")
  public PainView pain(UUID patientId, @QueryParam("days") @DefaultValue("90") int days) {
    Duration span = Duration.ofDays(Math.clamp(days, 1, LONGEST_DAYS));
    return call.read(
        () -> {
          CourseState state = courses.get(patientId);
          Rule fl1 = rules.rule("FL-1");
          Instant now = clock.now(patientId);
          return new PainView(
              patientId,
              state.baseline().map(Baseline::pain).orElse(null),
              UsualPain.at(now, state, fl1).map(UsualPain::pain).orElse(null),
              UsualPain.median(now, state.readings(), fl1).map(UsualPain::pain).orElse(null),
              readings.since(patientId, now.minus(span)));
        });
  }
}
