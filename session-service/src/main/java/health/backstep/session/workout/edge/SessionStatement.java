package health.backstep.session.workout.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.StoredJson;
import health.backstep.backbone.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The one statement of the hot path: a transaction of its own that enters the tenant, so that both
 * come to the database and back once. The wall holds in it as everywhere, because the function runs
 * with the rights of the service's role.
 */
@ApplicationScoped
public class SessionStatement {

  /** What became of a session. Of all but the first nothing is stored. */
  public enum Outcome {
    RECORDED,
    /** The course is not as it was, or the plan version is gone. */
    CHANGED,
    /** The key or the item's id was used before. */
    KNOWN,
    ERASED,
    /** The database refused the statement, so that nothing of any session in it is stored. */
    REFUSED
  }

  private static final Logger LOG = Logger.getLogger(SessionStatement.class);

  private static final String RECORD =
      """
      select record_session(?, given.session) from jsonb_array_elements(?::jsonb) as given (session)
      """;

  private final DataSource dataSource;

  SessionStatement(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Stores the sessions in their order, and answers in the same.
   *
   * @throws DatabaseFailure when the database is away; then nothing is known of them
   */
  public List<Outcome> execute(Tenant tenant, List<SessionToRecord> sessions) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setString(1, tenant.name());
      statement.setString(2, StoredJson.write(sessions));
      List<Outcome> outcomes = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          outcomes.add(Outcome.valueOf(row.getString(1)));
        }
      }
      return outcomes;
    } catch (SQLException e) {
      return refused(new DatabaseFailure(e), sessions.size());
    }
  }

  /** What the plain way may do better, or says in its own words. */
  private static List<Outcome> refused(DatabaseFailure failure, int sessions) {
    if (DatabaseFailure.isPassing(failure) && !DatabaseFailure.isOvertaken(failure)) {
      throw failure;
    }
    LOG.warnf("Sessions take the plain way after %s", Failures.name(failure));
    return Collections.nCopies(sessions, Outcome.REFUSED);
  }
}
