package health.backstep.profile.patient.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.profile.erasure.edge.ErasureJournal;
import health.backstep.profile.erasure.edge.ErasureView;
import health.backstep.profile.erasure.edge.RequestingErasure;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.wire.PatientRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
  private final RegisteringPatient registering;
  private final RequestingErasure erasing;
  private final ErasureJournal journal;
  private final Caller caller;

  PatientResource(
      Call call,
      PatientRows rows,
      RegisteringPatient registering,
      RequestingErasure erasing,
      ErasureJournal journal,
      Caller caller) {
    this.call = call;
    this.rows = rows;
    this.registering = registering;
    this.erasing = erasing;
    this.journal = journal;
    this.caller = caller;
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
    return call.write(
        request,
        () -> {
          Patient patient = registering.register(request, call.cause());
          UUID id = patient.id().value();
          return Answer.created("/v1/patients/" + id, PatientView.of(patient))
              .version(rows.findById(id).version);
        });
  }

  @GET
  @RolesAllowed("patients:read")
  @Operation(operationId = "findPatient", summary = "Finds the patient with your own id")
  @APIResponse(responseCode = "200", description = "At most one patient.")
  @APIResponse(responseCode = "400", description = "EXTERNAL_ID_REQUIRED")
  public Page<PatientView> find(
      @QueryParam("externalId") String externalId, @BeanParam PageRequest page) {
    if (externalId == null) {
      throw new ProblemException(
          400, "EXTERNAL_ID_REQUIRED", "Name the patient: ?externalId=...", List.of());
    }
    return call.read(
        () -> {
          Optional<PatientRow> found = rows.findByExternalId(externalId);
          found.ifPresent(row -> call.about(row.id));
          return page.of(
              found.stream().toList(), row -> row.id, row -> PatientView.of(row.toPatient()));
        });
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
          Patient patient = registering.change(row, request, call.cause());
          return Answer.ok(PatientView.of(patient)).version(row.version);
        });
  }

  /** The patient is gone here at once, and everywhere when the erasure is completed. */
  @DELETE
  @Path("/{patientId}")
  @RolesAllowed("erasure:write")
  @Operation(
      operationId = "erasePatient",
      summary = "Erases a patient in all services; repeated it answers the same erasure")
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "202",
      responseDescription = "The erasure, to be followed at its Location.")
  public Response erase(UUID patientId) {
    AtomicReference<ErasureView> begun = new AtomicReference<>();
    Response answer =
        call.read(
            () -> {
              ErasureView erasure =
                  erasing
                      .request(
                          patientId,
                          () -> rows.findByIdOptional(patientId).isPresent(),
                          call.cause())
                      .orElseThrow(Patients::unknown);
              begun.set(erasure);
              URI at = URI.create("/v1/erasures/" + erasure.erasureId());
              return call.answer(new Answer(202, erasure, at, null));
            });
    journal.note(caller.tenant(), begun.get());
    return answer;
  }
}
