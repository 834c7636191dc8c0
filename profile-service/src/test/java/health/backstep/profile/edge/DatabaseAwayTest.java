package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.backbone.testing.Stored;
import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is slow, frozen or gone costs callers some seconds and a repetition, no more. */
@ProfileComponentTest
class DatabaseAwayTest {

  private static final Partner PARTNER = new Partner("database-away");
  private static final Partner CUT = new Partner("commit-cut");
  private static final String DATABASE = "checks.find { it.name == 'database' }.status";
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  @Inject AgroalDataSource pool;

  /** Other tests are not to meet a connection that was cut here. */
  @AfterEach
  void forgetCutConnections() {
    pool.flush(AgroalDataSource.FlushMode.ALL);
  }

  @Test
  void aRowThatSomebodyKeepsLockedIsWaitedForSomeSecondsOnly() throws Exception {
    Patient patient = Patient.of(PARTNER);

    try (Connection somebody = StackResource.behindTheWall()) {
      lock(somebody, patient.id());

      assertToldToTryAgain(assess(patient));
    }

    assertThat(assess(patient).statusCode()).isEqualTo(201);
  }

  @Test
  void anInstanceThatIsFrozenInATransactionLosesItsLocks() throws Exception {
    Patient patient = Patient.of(PARTNER);

    try (Connection ofAFrozenInstance = pool.getConnection()) {
      ofAFrozenInstance.setAutoCommit(false);
      try (PreparedStatement enter =
          ofAFrozenInstance.prepareStatement("select set_config('backstep.tenant', ?, true)")) {
        enter.setString(1, PARTNER.tenant());
        enter.execute();
      }
      lock(ofAFrozenInstance, patient.id());

      await()
          .atMost(GENEROUS)
          .untilAsserted(() -> assertThat(assess(patient).statusCode()).isEqualTo(201));
    }
  }

  @Test
  void aCommitWhoseAnswerIsLostIsToldAsSuch() {
    Stored.alter(
        """
        create function cut() returns trigger language plpgsql security definer as $$
        begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
        create constraint trigger cut after insert on outbox deferrable initially deferred
          for each row when (new.tenant = 'commit-cut') execute function cut();
        """);
    try {
      assertToldToTryAgain(register(CUT));
    } finally {
      Stored.alter("drop trigger cut on outbox; drop function cut()");
    }

    await()
        .atMost(GENEROUS)
        .untilAsserted(() -> assertThat(register(CUT).statusCode()).isEqualTo(201));
  }

  @Test
  void aFrozenDatabaseIsGivenUpAfterSomeSecondsAndAllHealsByItself() {
    Patient patient = Patient.of(PARTNER);
    long began = System.nanoTime();

    try (Frozen _ = Frozen.freeze(StackResource.stack().postgres().process())) {
      assertToldToTryAgain(assess(patient));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(25));
      RestAssured.get("/q/health/live").then().statusCode(200);
      RestAssured.get("/q/health/ready").then().statusCode(503).body(DATABASE, equalTo("DOWN"));
    }

    await()
        .atMost(GENEROUS)
        .untilAsserted(() -> assertThat(assess(patient).statusCode()).isEqualTo(201));
    patient.published(2);
  }

  private static void assertToldToTryAgain(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.<String>path("code")).isEqualTo("TEMPORARILY_UNAVAILABLE");
  }

  private static Response register(Partner partner) {
    return partner.request().body(Requests.patient().toString()).post("/v1/patients");
  }

  private static Response assess(Patient patient) {
    return PARTNER
        .request()
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"));
  }

  private static void lock(Connection connection, UUID patient) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select 1 from event_sequence where patient_id = ? for update")) {
      lock.setObject(1, patient);
      lock.execute();
    }
  }
}
