package health.backstep.profile.export.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.export.ServicePart;
import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The parts of an export that the other services give, each to the caller's own token: they let
 * nobody read what he could not read of them himself.
 */
@ApplicationScoped
class OtherServices {

  private static final Logger LOG = Logger.getLogger(OtherServices.class);

  private final PlansPart plans;
  private final SessionsPart sessions;
  private final ObjectMapper json;
  private final Clock clock;

  OtherServices(
      @RestClient PlansPart plans,
      @RestClient SessionsPart sessions,
      ObjectMapper json,
      Clock clock) {
    this.plans = plans;
    this.sessions = sessions;
    this.json = json;
    this.clock = clock;
  }

  /**
   * All parts, or none.
   *
   * @param caller the value of {@code Authorization}
   * @throws ProblemException 503 naming the service that does not give its part
   */
  List<ServicePart> parts(UUID patientId, String caller) {
    return List.of(
        part("plan-service", plans::export, patientId, caller),
        part("session-service", sessions::export, patientId, caller));
  }

  private ServicePart part(
      String service, BiFunction<UUID, String, ServicePart> asking, UUID patientId, String caller) {
    try {
      ServicePart part = asking.apply(patientId, caller);
      if (part.service().equals(service) && part.patientId().equals(patientId)) {
        return part;
      }
      LOG.warnf("%s gave another part of an export than it was asked for", service);
    } catch (WebApplicationException refused) {
      if (isOfUnknownPatient(refused.getResponse())) {
        return ServicePart.empty(service, patientId, clock.instant());
      }
      LOG.warnf("%s refused its part of an export: %d", service, refused.getResponse().getStatus());
    } catch (RuntimeException failure) {
      LOG.warnf("%s did not give its part of an export: %s", service, Failures.name(failure));
    }
    throw new ProblemException(
        503,
        "EXPORT_INCOMPLETE",
        service + " could not give its part of the export. Try again in a moment.",
        List.of());
  }

  /** A service hears of a patient by events, and until the first one has come it knows nothing. */
  private boolean isOfUnknownPatient(Response refusal) {
    if (refusal.getStatus() != Response.Status.NOT_FOUND.getStatusCode()) {
      return false;
    }
    try {
      return json.readTree(refusal.readEntity(String.class))
          .path("code")
          .asText()
          .equals("PATIENT_NOT_FOUND");
    } catch (JsonProcessingException noProblem) {
      return false;
    }
  }
}
