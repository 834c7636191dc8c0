package health.backstep.plan.due.edge;

import health.backstep.backbone.outbox.RelayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** All tenants' due items, seen with the role that looks after all of them. */
@ApplicationScoped
class DueOverview {

  /** A patient for whom something fell due. */
  record Patient(String tenant, UUID id) {}

  private static final String WAITING =
      """
      select tenant, patient_id from due_item d
      where announced_at is null and due_at <= ? and (open_until is null or open_until > ?)
        and not exists (
          select from patient_clock c where c.tenant = d.tenant and c.patient_id = d.patient_id)
      order by due_at
      limit ?
      """;

  private final RelayConfig database;

  DueOverview(RelayConfig database) {
    this.database = database;
  }

  /**
   * Patients with items that are due at that time and not announced, longest due first. Those with
   * a test clock are told of when it is put forward, and would only stand in the way here.
   */
  Set<Patient> waiting(Instant now, int atMost) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(WAITING)) {
      query.setObject(1, now.atOffset(ZoneOffset.UTC));
      query.setObject(2, now.atOffset(ZoneOffset.UTC));
      query.setInt(3, atMost);
      Set<Patient> waiting = new LinkedHashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          waiting.add(new Patient(rows.getString(1), rows.getObject(2, UUID.class)));
        }
      }
      return waiting;
    }
  }

  private Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.databaseUrl());
    source.setUser(database.username());
    source.setPassword(database.password());
    source.setApplicationName("due-watch");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(5);
    source.setSocketTimeout(10);
    source.setLogServerErrorDetail(false);
    return source.getConnection();
  }
}
