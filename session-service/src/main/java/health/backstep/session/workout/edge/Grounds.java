package health.backstep.session.workout.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.StoredJson;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.session.course.edge.CourseDocument;
import health.backstep.session.plan.edge.KnownPlans;
import health.backstep.session.reading.CourseState;
import health.backstep.session.workout.PrescribedPlan;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What sessions are read against, remembered from one session of a patient to the next. What is
 * remembered may be out of date: whoever writes on it names its revision, and writes nothing when
 * the course has another one by then.
 */
@ApplicationScoped
public class Grounds {

  /** Whose session it is, and which plan version it names. */
  public record Place(Tenant tenant, UUID patientId, int planVersion) {}

  /**
   * A patient's course at a revision, and a plan version, which never changes.
   *
   * @param revision of the course
   */
  public record Ground(UUID revision, CourseState course, PrescribedPlan plan) {

    /** The same course for a session that names another version. */
    public Ground with(PrescribedPlan other) {
      return new Ground(revision, course, other);
    }

    /** What it takes in memory, roughly; mostly it is what the patient did in the last days. */
    int bytes() {
      return BYTES_OF_A_PLAN
          + BYTES_OF_A_RECORD * (course.readings().size() + course.sessions().size());
    }
  }

  private static final String READ =
      """
      select of_patient, of_version, at_revision, course_then, plan_status, plan_items
      from session_grounds(?, ?, ?)
      """;

  private static final int BYTES_OF_A_PLAN = 2_000;
  private static final int BYTES_OF_A_RECORD = 100;

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final DataSource dataSource;
  private final Cache<Place, Ground> remembered;

  Grounds(
      DataSource dataSource,
      @ConfigProperty(name = "backstep.remembered-courses") MemorySize most) {
    this.dataSource = dataSource;
    this.remembered =
        Caffeine.newBuilder()
            .maximumWeight(most.asLongValue())
            .weigher((Place place, Ground ground) -> ground.bytes())
            .expireAfterAccess(FORGOTTEN_AFTER)
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  /** Empty when patient or plan version are unknown. */
  Optional<Ground> find(Place place) {
    return Optional.ofNullable(find(place.tenant(), List.of(place)).get(place));
  }

  /**
   * Those that are known; all that is not remembered is read by one statement.
   *
   * @param places of that tenant, each once
   */
  public Map<Place, Ground> find(Tenant tenant, Collection<Place> places) {
    Map<Place, Ground> found = new HashMap<>(remembered.getAllPresent(places));
    List<Place> others = places.stream().filter(place -> !found.containsKey(place)).toList();
    if (!others.isEmpty()) {
      found.putAll(read(tenant, others));
    }
    return found;
  }

  void remember(Place place, Ground ground) {
    remembered.put(place, ground);
  }

  void forget(Place place) {
    remembered.invalidate(place);
  }

  /** Whatever is remembered of an erased patient. */
  public void forget(UUID patientId) {
    remembered.asMap().keySet().removeIf(place -> place.patientId().equals(patientId));
  }

  private Map<Place, Ground> read(Tenant tenant, List<Place> places) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(READ)) {
      Object[] patients = places.stream().map(Place::patientId).toArray();
      Object[] versions = places.stream().map(Place::planVersion).toArray();
      query.setString(1, tenant.name());
      query.setArray(2, connection.createArrayOf("uuid", patients));
      query.setArray(3, connection.createArrayOf("int4", versions));
      Map<Place, Ground> found = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(
              new Place(tenant, row.getObject("of_patient", UUID.class), row.getInt("of_version")),
              ground(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static Ground ground(ResultSet row) throws SQLException {
    return new Ground(
        row.getObject("at_revision", UUID.class),
        StoredJson.read(row.getString("course_then"), CourseDocument.class).toState(),
        KnownPlans.read(
            row.getInt("of_version"), row.getString("plan_status"), row.getString("plan_items")));
  }
}
