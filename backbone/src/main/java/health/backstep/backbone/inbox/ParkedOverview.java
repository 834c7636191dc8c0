package health.backstep.backbone.inbox;

import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.watch.AllTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All tenants' parked events, seen with the role that looks after all of them. */
@ApplicationScoped
class ParkedOverview {

  /**
   * What is parked now.
   *
   * @param events how many
   * @param oldest how long the one that waits longest has waited
   * @param due streams whose first parked event has its turn or waits for too long
   */
  record Seen(long events, Duration oldest, List<EventStream> due) {}

  private static final String ALL =
      """
      select count(*),
             coalesce(extract(epoch from clock_timestamp() - min(parked_at)) * 1000, 0)::bigint
      from inbox_parked
      """;

  private static final String DUE =
      """
      select tenant, source, patient_id
      from inbox_parked p join inbox_stream s using (tenant, source, patient_id)
      group by tenant, source, patient_id, s.last_sequence
      having min(p.parked_at) < clock_timestamp() - ? * interval '1 millisecond'
          or min(p.sequence) <= s.last_sequence + 1
      order by min(p.parked_at)
      limit 1000
      """;

  private final AllTenants tenants;
  private final InboxConfig config;
  private final Presence presence;

  ParkedOverview(AllTenants tenants, InboxConfig config, Presence presence) {
    this.tenants = tenants;
    this.config = config;
    this.presence = presence;
  }

  Seen look() throws SQLException {
    try (Connection connection = tenants.connect("gap-watch")) {
      try (PreparedStatement all = connection.prepareStatement(ALL);
          ResultSet row = all.executeQuery()) {
        row.next();
        long events = row.getLong(1);
        return new Seen(
            events, Duration.ofMillis(row.getLong(2)), events == 0 ? List.of() : due(connection));
      }
    }
  }

  private List<EventStream> due(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DUE)) {
      query.setLong(1, presence.span(config.gapLimit()).toMillis());
      List<EventStream> due = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          due.add(
              new EventStream(rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class)));
        }
      }
      return due;
    }
  }
}
