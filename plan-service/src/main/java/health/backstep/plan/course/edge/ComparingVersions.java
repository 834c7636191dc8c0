package health.backstep.plan.course.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.plan.diff.PlanDiff;
import health.backstep.plan.diff.Snapshot;
import health.backstep.wire.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares two stored versions of a plan, as they were told when they were made. */
@ApplicationScoped
class ComparingVersions {

  private static final String AGAINST = "against";

  private final PlanVersionRows rows;
  private final ObjectReader documents;

  /** Documents may hold fields that this version of the service does not know. */
  ComparingVersions(PlanVersionRows rows, ObjectMapper json) {
    this.rows = rows;
    this.documents =
        json.readerFor(StoredPlan.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * @param against the version to compare with; without it, the one before
   * @return nothing when the patient never had one of the versions
   */
  Optional<PlanDiff> diff(UUID patientId, int version, @Nullable String against) {
    if (against == null && version == 1) {
      return find(patientId, 1).map(PlanDiff::first);
    }
    int other = against == null ? version - 1 : number(against);
    return find(patientId, other)
        .flatMap(
            from ->
                find(patientId, version)
                    .map(to -> PlanDiff.between(from, to, since(patientId, other, version))));
  }

  private Optional<Snapshot> find(UUID patientId, int version) {
    return rows.version(patientId, version).map(this::snapshot);
  }

  private List<Snapshot> since(UUID patientId, int from, int to) {
    return rows.since(patientId, from, to).stream().map(this::snapshot).toList();
  }

  private Snapshot snapshot(PlanVersionRow row) {
    try {
      return documents.<StoredPlan>readValue(row.document).snapshot();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored plan version cannot be read", e);
    }
  }

  private static int number(String against) {
    try {
      return Integer.parseInt(against);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          400,
          "INVALID_REQUEST",
          "The versions cannot be compared.",
          List.of(new Fault("/" + AGAINST, "WRONG_TYPE", "Send the number of a plan version.")));
    }
  }
}
