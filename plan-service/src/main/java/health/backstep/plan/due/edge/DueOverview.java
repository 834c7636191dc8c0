package health.backstep.plan.due.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All tenants' due items, seen with the role that looks after all of them. */
@ApplicationScoped
class DueOverview {

  /** One of a tenant's patients. */
  record Patient(String tenant, UUID id) {

    /** Before every other. */
    static final Patient NONE = new Patient("", new UUID(0, 0));
  }

  /**
   * A patient whose plan is kept.
   *
   * @param begun what is due is kept, too
   */
  record Known(Patient patient, boolean begun) {}

  private static final String WAITING =
      """
      select tenant, patient_id from due_item d
      where announced_at is null and due_at <= ? and (open_until is null or open_until > ?)
        and not exists (
          select from patient_clock c where c.tenant = d.tenant and c.patient_id = d.patient_id)
      order by due_at
      limit ?
      """;

  private static final String KNOWN =
      """
      select tenant, patient_id, exists (
        select from due_course d where d.tenant = p.tenant and d.patient_id = p.patient_id)
      from patient_course p
      where (tenant, patient_id) > (?, ?)
      order by tenant, patient_id
      limit ?
      """;

  /**
   * Patients with items that are due at that time and not announced, longest due first. Those with
   * a test clock are told of when it is put forward, and would only stand in the way here.
   */
  Set<Patient> waiting(Connection connection, Instant now, int atMost) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(WAITING)) {
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

  /** The next patients after one, in an order that stays. */
  List<Known> after(Connection connection, Patient last, int atMost) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
      query.setString(1, last.tenant());
      query.setObject(2, last.id());
      query.setInt(3, atMost);
      List<Known> known = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Patient patient = new Patient(rows.getString(1), rows.getObject(2, UUID.class));
          known.add(new Known(patient, rows.getBoolean(3)));
        }
      }
      return known;
    }
  }
}
