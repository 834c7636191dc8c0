package health.backstep.plan.simulation.edge;

import health.backstep.backbone.rest.Caller;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.course.edge.PlanViews;
import health.backstep.plan.education.edge.EducationFile;
import health.backstep.rules.RuleSet;
import health.backstep.rules.RuleSets;
import health.backstep.simulation.PatientHistory;
import health.backstep.simulation.Simulated;
import health.backstep.simulation.Simulation;
import health.backstep.simulation.wire.HistoryReading;
import health.backstep.simulation.wire.SimulationRequest;
import health.backstep.wire.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a history would come to. Nothing is stored and nobody is told. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/simulations")
@Tag(name = "Simulations")
public class SimulationResource {

  private final Caller caller;
  private final RequestCheck check;
  private final Catalogue catalogue;
  private final RuleSets ruleSets;
  private final EducationFile education;
  private final Clock clock;

  SimulationResource(
      Caller caller,
      RequestCheck check,
      Catalogue catalogue,
      RuleSets ruleSets,
      EducationFile education,
      Clock clock) {
    this.caller = caller;
    this.check = check;
    this.catalogue = catalogue;
    this.ruleSets = ruleSets;
    this.education = education;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("plans:simulate")
  @Operation(
      operationId = "simulate",
      summary = "Tells which plan versions a history would give; nothing is stored")
  @APIResponse(responseCode = "200", description = "What the history would come to.")
  @APIResponse(
      responseCode = "422",
      description =
          "RULESET_UNKNOWN, ENTRY_UNCLEAR, ENTRY_TYPE_DOES_NOT_FIT, SESSION_ID_REPEATED, SESSION_NOT_FOUND")
  public SimulationView simulate(@NotNull SimulationRequest request) {
    caller.tenant();
    check.check(request);
    RuleSet version = rules(request.rulesetVersion());
    Instant now = clock.instant();
    PatientHistory history = HistoryReading.read(request, now);
    Simulated simulated = new Simulation(catalogue, version).run(history, now);
    return view(history.patient().id().value(), simulated, version);
  }

  private SimulationView view(UUID patientId, Simulated simulated, RuleSet version) {
    PlanViews plans = PlanViews.by(catalogue, version, education);
    RecordViews records = new RecordViews(version);
    return new SimulationView(
        simulated.rulesetVersion(),
        simulated.versions().stream().map(plan -> plans.view(patientId, plan)).toList(),
        simulated.records().stream().map(records::view).toList());
  }

  private RuleSet rules(@Nullable String version) {
    return version == null
        ? ruleSets.current()
        : ruleSets.find(version).orElseThrow(this::unknownVersion);
  }

  private Refused unknownVersion() {
    return Refused.because(
        "/rulesetVersion",
        "RULESET_UNKNOWN",
        "There is no such version of the rules; known are: "
            + String.join(", ", ruleSets.versions())
            + ".");
  }
}
