package health.backstep.plan.catalogue.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Caller;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of exercises, those to avoid too: who says what about each. It is the same for all
 * tenants, but a caller without one is no partner's client.
 */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/exercises")
@Tag(name = "Exercises")
public class ExerciseResource {

  /** All exercises. */
  public record ExerciseList(List<Exercise> items, @Nullable String nextCursor) {}

  private final Caller caller;
  private final Catalogue catalogue;

  ExerciseResource(Caller caller, Catalogue catalogue) {
    this.caller = caller;
    this.catalogue = catalogue;
  }

  @GET
  @RolesAllowed("plans:read")
  @Operation(operationId = "listExercises", summary = "Lists all exercises, those to avoid too")
  @APIResponse(responseCode = "200", description = "All exercises.")
  public ExerciseList list() {
    caller.tenant();
    return new ExerciseList(catalogue.all(), null);
  }

  @GET
  @Path("/{exerciseId}")
  @RolesAllowed("plans:read")
  @Operation(
      operationId = "getExercise",
      summary = "Reads an exercise: levels, doses, and who says what about it")
  @APIResponse(responseCode = "200", description = "The exercise.")
  @APIResponse(responseCode = "404", description = "EXERCISE_NOT_FOUND")
  public Exercise get(String exerciseId) {
    caller.tenant();
    return catalogue
        .find(exerciseId)
        .orElseThrow(
            () -> ProblemException.notFound("EXERCISE_NOT_FOUND", "There is no such exercise."));
  }
}
