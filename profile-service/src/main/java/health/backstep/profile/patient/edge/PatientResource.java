package health.backstep.profile.patient.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.tenancy.PatientHomes;
import health.backstep.profile.ProfileTopic;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.PatientId;
import health.backstep.profile.patient.wire.PatientRecorded;
import health.backstep.profile.patient.wire.PatientRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Patients of the caller's tenant. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
public class PatientResource {

  private final Call call;
  private final PatientRows rows;
  private final PatientHomes homes;
  private final Outbox outbox;
  private final Clock clock;

  PatientResource(Call call, PatientRows rows, PatientHomes homes, Outbox outbox, Clock clock) {
    this.call = call;
    this.rows = rows;
    this.homes = homes;
    this.outbox = outbox;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("patients:write")
  @Operation(operationId = "registerPatient", summary = "Registers a patient")
  @APIResponseSchema(
      value = PatientView.class,
      responseCode = "201",
      responseDescription = "The patient, with the id that everything else goes by.")
  @APIResponse(responseCode = "409", description = "EXTERNAL_ID_TAKEN")
  @APIResponse(responseCode = "422", description = "AGE_NOT_SERVED, TIME_ZONE_UNKNOWN")
  public Response register(@NotNull @Valid PatientRequest request) {
    return call.write(request, () -> register(new PatientId(Uuid7.next()), request));
  }

  @GET
  @RolesAllowed("patients:read")
  @Operation(operationId = "findPatient", summary = "Finds the patient with your own id")
  @APIResponse(responseCode = "200", description = "At most one patient.")
  @APIResponse(responseCode = "400", description = "EXTERNAL_ID_REQUIRED")
  public Page<PatientView> find(@QueryParam("externalId") String externalId) {
    if (externalId == null) {
      throw new ProblemException(
          400, "EXTERNAL_ID_REQUIRED", "Name the patient: ?externalId=...", List.of());
    }
    return call.read(
        () ->
            new Page<>(
                rows.findByExternalId(externalId).stream()
                    .map(row -> PatientView.of(row.toPatient()))
                    .toList(),
                null));
  }

  @GET
  @Path("/{patientId}")
  @RolesAllowed("patients:read")
  @Operation(operationId = "getPatient", summary = "Reads a patient")
  @APIResponseSchema(
      value = PatientView.class,
      responseCode = "200",
      responseDescription = "The patient.")
  public Response get(UUID patientId) {
    return call.read(
        () -> {
          PatientRow row = rows.findByIdOptional(patientId).orElseThrow(Patients::unknown);
          return call.answer(Answer.ok(PatientView.of(row.toPatient())).version(row.version));
        });
  }

  @PUT
  @Path("/{patientId}")
  @RolesAllowed("patients:write")
  @Operation(operationId = "changePatient", summary = "Changes a patient")
  @APIResponseSchema(
      value = PatientView.class,
      responseCode = "200",
      responseDescription = "The patient as it is now.")
  @APIResponse(responseCode = "409", description = "EXTERNAL_ID_TAKEN")
  @APIResponse(responseCode = "422", description = "AGE_NOT_SERVED, TIME_ZONE_UNKNOWN")
  public Response change(UUID patientId, @NotNull @Valid PatientRequest request) {
    return call.write(
        request,
        () -> {
          PatientRow row = rows.findByIdOptional(patientId).orElseThrow(Patients::unknown);
          call.requireMatch(row.version);
          Patient patient = request.toPatient(new PatientId(patientId), clock.instant());
          refuseTakenExternalId(patient);
          row.set(patient);
          rows.flush();
          publish(patient);
          return Answer.ok(PatientView.of(patient)).version(row.version);
        });
  }

  private Answer register(PatientId id, PatientRequest request) {
    Patient patient = request.toPatient(id, clock.instant());
    refuseTakenExternalId(patient);
    PatientRow row = new PatientRow();
    row.id = id.value();
    row.createdAt = clock.instant();
    row.set(patient);
    rows.persistAndFlush(row);
    homes.settle(id.value());
    publish(patient);
    return Answer.created("/v1/patients/" + id.value(), PatientView.of(patient))
        .version(row.version);
  }

  private void publish(Patient patient) {
    outbox.publish(
        ProfileTopic.EVENTS,
        PatientRecorded.TYPE,
        patient.id().value(),
        call.cause(),
        PatientRecorded.of(patient, clock.instant()));
  }

  private void refuseTakenExternalId(Patient patient) {
    patient
        .externalId()
        .flatMap(rows::findByExternalId)
        .filter(other -> !other.id.equals(patient.id().value()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409, "EXTERNAL_ID_TAKEN", "Another patient has this externalId.", List.of());
            });
  }
}
