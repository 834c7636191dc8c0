package health.backstep.backbone.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.load.LargeCalls;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;

/** Answers a call that asks this service for its part of an export. */
@ApplicationScoped
public class GivingPart {

  private final Call call;
  private final LargeCalls exports;
  private final ReadingPart held;
  private final ObjectMapper json;

  GivingPart(Call call, LargeCalls exports, ReadingPart held, ObjectMapper json) {
    this.call = call;
    this.exports = exports;
    this.held = held;
    this.json = json;
  }

  /**
   * All that is held here.
   *
   * @throws ProblemException 404 when that is nothing; 429 or 503 when too many are under way
   */
  public Response of(UUID patientId) {
    exports.takeOn();
    ServicePart part = call.read(() -> held.of(patientId));
    StreamingOutput answer = out -> json.writeValue(out, part);
    return Response.ok(answer).build();
  }
}
