package health.backstep.plan.webhook.edge;

import health.backstep.backbone.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The running tenant's endpoints that are not deleted. */
@ApplicationScoped
class EndpointRows implements PanacheRepositoryBase<EndpointRow, UUID> {

  /**
   * The endpoint.
   *
   * @throws ProblemException 404 when there is none, or another tenant's
   */
  EndpointRow require(UUID id) {
    return find("id = ?1 and deletedAt is null", id)
        .firstResultOptional()
        .orElseThrow(
            () -> ProblemException.notFound("WEBHOOK_NOT_FOUND", "There is no such webhook."));
  }

  long living() {
    return count("deletedAt is null");
  }

  /** Newest first. */
  List<EndpointRow> page(UUID before, int limit) {
    return find("id < ?1 and deletedAt is null order by id desc", before).page(0, limit).list();
  }
}
