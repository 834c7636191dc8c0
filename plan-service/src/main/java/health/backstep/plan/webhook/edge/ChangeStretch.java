package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.TenantTransaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours in the change feed.
 *
 * @param first number
 * @param last number; below the first when there is no change in between
 */
record ChangeStretch(long first, long last) {

  /** Ids of changes begin with the time at which they were recorded, in milliseconds. */
  private static final int TIME_SHIFT = 16;

  private static final String RECORDED =
      """
      select coalesce(min(number), 1), coalesce(max(number), 0) from change
      where tenant = ? and id >= ? and id < ? and number is not null
      """;

  boolean isEmpty() {
    return last < first;
  }

  /**
   * The shortest one that holds all changes which were recorded in this time.
   *
   * @param to null for all up to now
   * @param newest its number
   */
  static ChangeStretch recorded(Sql sql, Instant from, @Nullable Instant to, long newest) {
    ChangeStretch found =
        sql.list(
                RECORDED,
                row -> new ChangeStretch(row.getLong(1), row.getLong(2)),
                TenantTransaction.current().name(),
                firstId(from),
                to == null ? new UUID(-1, -1) : firstId(to))
            .getFirst();
    return to == null && !found.isEmpty() ? new ChangeStretch(found.first(), newest) : found;
  }

  /** The least id that can have been made at this time or later. */
  private static UUID firstId(Instant at) {
    return new UUID(Math.max(at.toEpochMilli(), 0) << TIME_SHIFT, 0);
  }
}
