package health.backstep.profile.export.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.export.ReadingPart;
import health.backstep.backbone.export.ServicePart;
import health.backstep.backbone.load.LargeCalls;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.profile.patient.edge.Patients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that the three services hold of a patient. */
@Path("/v1/patients/{patientId}/export")
@Tag(name = "Patients")
public class ExportResource {

  private static final String ZIP = "application/zip";
  private static final MediaType ZIP_TYPE = MediaType.valueOf(ZIP);
  private static final String PATIENTS = "patients:read";
  private static final String PLANS = "plans:read";
  private static final String SESSIONS = "sessions:read";

  private final Call call;
  private final Caller caller;
  private final LargeCalls exports;
  private final Patients patients;
  private final OtherServices others;
  private final ReadingPart own;
  private final ObjectMapper json;

  ExportResource(
      Call call,
      Caller caller,
      LargeCalls exports,
      Patients patients,
      OtherServices others,
      ReadingPart own,
      ObjectMapper json) {
    this.call = call;
    this.caller = caller;
    this.exports = exports;
    this.patients = patients;
    this.others = others;
    this.own = own;
    this.json = json;
  }

  /** The own part is read last: as long as it is there, the others had not erased theirs. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, ZIP})
  @RolesAllowed({PATIENTS, PLANS, SESSIONS})
  @RunOnVirtualThread
  @Operation(
      operationId = "exportPatient",
      summary = "Gives all that is held of a patient, by all services",
      description =
          "As one JSON document, or with `Accept: application/zip` as an archive of the same with"
              + " a table in CSV for each kind of row. Needs all three scopes. It is whole, or it"
              + " is refused.",
      extensions = @Extension(name = "x-all-scopes", value = "true", parseValue = true))
  @APIResponse(
      responseCode = "200",
      description = "All that is held.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PatientExport.class)),
        @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "503", description = "EXPORT_INCOMPLETE")
  public Response export(UUID patientId, @Context HttpHeaders headers) {
    caller.requireAll(PATIENTS, PLANS, SESSIONS);
    MediaType form = wanted(headers);
    call.read(() -> patients.get(patientId));
    exports.takeOn();
    List<ServicePart> parts = others.parts(patientId, caller.authorization());
    ServicePart first = call.read(() -> own.of(patientId));
    PatientExport export =
        new PatientExport(
            patientId,
            caller.tenant().name(),
            first.exportedAt(),
            Stream.concat(Stream.of(first), parts.stream()).toList());
    return form.equals(ZIP_TYPE)
        ? file(new Archive(export, json), ZIP, "zip")
        : file(out -> json.writeValue(out, export), MediaType.APPLICATION_JSON, "json");
  }

  /** What names no media type at all names none of ours. */
  private static MediaType wanted(HttpHeaders headers) {
    return accepted(headers).stream()
        .flatMap(
            accepted ->
                Stream.of(MediaType.APPLICATION_JSON_TYPE, ZIP_TYPE).filter(accepted::isCompatible))
        .findFirst()
        .orElse(MediaType.APPLICATION_JSON_TYPE);
  }

  private static List<MediaType> accepted(HttpHeaders headers) {
    try {
      return headers.getAcceptableMediaTypes();
    } catch (IllegalArgumentException noMediaType) {
      throw new NotAcceptableException(noMediaType);
    }
  }

  private static Response file(StreamingOutput content, String type, String extension) {
    return Response.ok(content, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"patient-export." + extension + "\"")
        .build();
  }
}
