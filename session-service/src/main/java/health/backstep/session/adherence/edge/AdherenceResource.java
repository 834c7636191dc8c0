package health.backstep.session.adherence.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.rest.Call;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.adherence.Adherence;
import health.backstep.session.adherence.AdherenceReader;
import health.backstep.session.course.edge.Courses;
import health.backstep.session.pain.PainReading;
import health.backstep.session.pain.edge.PainReadings;
import health.backstep.session.plan.edge.KnownPlans;
import health.backstep.session.workout.edge.SessionRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a patient does what the plan asks for. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/adherence")
@Tag(name = "Pain and adherence")
public class AdherenceResource {

  private final Call call;
  private final Courses courses;
  private final SessionRows sessions;
  private final PainReadings readings;
  private final KnownPlans plans;
  private final RuleSet rules;
  private final PatientClock clock;

  AdherenceResource(
      Call call,
      Courses courses,
      SessionRows sessions,
      PainReadings readings,
      KnownPlans plans,
      RuleSet rules,
      PatientClock clock) {
    this.call = call;
    this.courses = courses;
    this.sessions = sessions;
    this.readings = readings;
    this.plans = plans;
    this.rules = rules;
    this.clock = clock;
  }

  @GET
  @RolesAllowed("sessions:read")
  @Operation(
      operationId = "getAdherence",
      summary = "Reads how far the patient does what the plan asks for")
  @APIResponse(responseCode = "200", description = "Adherence.")
  public AdherenceView adherence(UUID patientId) {
    return call.read(
        () -> {
          ZoneId zone = courses.get(patientId).zone();
          return AdherenceView.of(patientId, read(patientId, zone), ad1());
        });
  }

  private Adherence read(UUID patientId, ZoneId zone) {
    Instant now = clock.now(patientId);
    Instant from = now.minus(Duration.ofDays(ad1().threshold("longDays")));
    List<Instant> records = readings.since(patientId, from).stream().map(PainReading::at).toList();
    return new AdherenceReader(rules)
        .read(sessions.startsOfDone(patientId), records, plans.asked(patientId), zone, now);
  }

  private Rule ad1() {
    return rules.rule("AD-1");
  }
}
