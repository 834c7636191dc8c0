package health.backstep.plan.webhook.edge;

import health.backstep.backbone.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    return living(id).firstResultOptional().orElseThrow(EndpointRows::unknown);
  }

  /**
   * The endpoint, for an end of it or a change of its secrets: whoever else wants one of these
   * waits until the transaction ends, and finds then what it left.
   *
   * @throws ProblemException 404 when there is none, or another tenant's
   */
  EndpointRow requireAlone(UUID id) {
    return living(id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(EndpointRows::unknown);
  }

  /**
   * The endpoint, for something to be sent there.
   *
   * @throws ProblemException 404 when there is none, 409 when it is disabled
   */
  EndpointRow requireEnabled(UUID id) {
    EndpointRow row = require(id);
    if (!row.isEnabled()) {
      throw new ProblemException(
          409,
          "WEBHOOK_DISABLED",
          "Enable the webhook first: PUT it with \"enabled\": true.",
          List.of());
    }
    return row;
  }

  /** The endpoint, if messages are sent there. */
  Optional<EndpointRow> enabled(UUID id) {
    return find("id = ?1 and deletedAt is null and disabledBecause is null", id)
        .firstResultOptional();
  }

  /** Since when nothing is sent to the endpoint; empty when messages are sent, or it is deleted. */
  Optional<Instant> disabledSince(UUID id) {
    return find("id = ?1 and deletedAt is null and disabledBecause is not null", id)
        .firstResultOptional()
        .map(row -> row.disabledAt);
  }

  long living() {
    return count("deletedAt is null");
  }

  /** Newest first. */
  List<EndpointRow> page(UUID before, int limit) {
    return find("id < ?1 and deletedAt is null order by id desc", before).page(0, limit).list();
  }

  private PanacheQuery<EndpointRow> living(UUID id) {
    return find("id = ?1 and deletedAt is null", id);
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("WEBHOOK_NOT_FOUND", "There is no such webhook.");
  }
}
