package health.backstep.backbone.audit;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.wire.audit.StoredLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The chain of the running tenant. */
@ApplicationScoped
class OwnChain {

  private static final String BEHIND =
      """
      select %s from audit_line
      where chain = ? and sequence > ? and at >= ? and at < ?
      order by sequence limit ?
      """
          .formatted(StoredLine.COLUMNS);

  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DataSource dataSource;

  OwnChain(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Lines behind one, of a stretch of time, the oldest first. */
  List<StoredLine> behind(long sequence, @Nullable Instant from, @Nullable Instant to, int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(BEHIND)) {
      query.setString(1, TenantTransaction.current().name());
      query.setLong(2, sequence);
      query.setObject(3, Optional.ofNullable(from).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
      query.setObject(4, Optional.ofNullable(to).orElse(EVER).atOffset(ZoneOffset.UTC));
      query.setInt(5, most);
      List<StoredLine> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(StoredLine.of(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
