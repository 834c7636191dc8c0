package health.backstep.backbone.erasure;

import health.backstep.backbone.tenancy.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All tenants' erasures, seen with the role that looks after all of them. */
final class ErasureOverview {

  /** A patient who was erased. */
  record Erased(Tenant tenant, UUID patientId) {}

  private static final String OPEN =
      """
      select tenant, patient_id from erased_patient where settled_at is null
      order by erased_at limit 500
      """;

  private static final String SINCE =
      "select tenant, patient_id from erased_patient where erased_at >= ?";

  private ErasureOverview() {}

  /** Those that are not at their end, the oldest first. */
  static List<Erased> open(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OPEN)) {
      return read(query);
    }
  }

  /** Those that were erased at this time or later, by the database's clock. */
  static List<Erased> since(Connection connection, Instant from) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setObject(1, from.atOffset(ZoneOffset.UTC));
      return read(query);
    }
  }

  private static List<Erased> read(PreparedStatement query) throws SQLException {
    List<Erased> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(new Erased(new Tenant(rows.getString(1)), rows.getObject(2, UUID.class)));
      }
    }
    return found;
  }
}
