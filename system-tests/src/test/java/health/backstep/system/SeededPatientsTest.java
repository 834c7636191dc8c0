package health.backstep.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients who were copied are like those who came through the API, for whoever looks at them. */
class SeededPatientsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String TENANT = "seeded-clinic";
  private static final int PATIENTS = 30;
  private static final int WEEKS = 9;

  @TempDir static Path folder;

  private static LocalStack stack;

  @BeforeAll
  static void seed() {
    stack =
        LocalStack.start(
            StackOptions.everything(folder, REPOSITORY).onPorts(Ports.free()).beginningEmpty(true),
            Progress.silent());
    assertThat(
            typed(
                "seed",
                "--patients",
                Integer.toString(PATIENTS),
                "--weeks",
                Integer.toString(WEEKS),
                "--tenant",
                TENANT))
        .isZero();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void every_service_has_all_of_them() {
    for (ServiceName service : ServiceName.values()) {
      assertThat(texts(service, "select count(*) from patient_home where home = '" + TENANT + "'"))
          .containsExactly(Integer.toString(PATIENTS));
    }
    assertThat(
            texts(
                ServiceName.SESSION,
                "select count(distinct patient_id) from session where tenant = '" + TENANT + "'"))
        .containsExactly(Integer.toString(PATIENTS));
  }

  @Test
  void every_plan_is_what_its_events_give() {
    assertThat(typed("replay", "--check")).isZero();
  }

  @Test
  void a_flare_of_a_copy_changes_its_plan() {
    String patient =
        texts(
                ServiceName.PROFILE,
                "select id from patient where tenant = '" + TENANT + "' order by id desc limit 1")
            .getFirst();

    String event =
        to(ServiceName.SESSION)
            .body(
                """
                {"at": "%s", "pain": 6, "lastedHours": 3, "hardToTolerate": false, "activitiesLimited": false,
                 "worried": true}
                """
                    .formatted(OffsetDateTime.now(ZoneOffset.UTC)))
            .post("/v1/patients/" + patient + "/flares")
            .then()
            .statusCode(201)
            .extract()
            .path("flare.eventId");

    JsonPath plan =
        to(ServiceName.PLAN)
            .get("/v1/patients/" + patient + "/plan?wait=PT30S&after=" + event)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(plan.getString("patientId")).isEqualTo(patient);
    assertThat(plan.getBoolean("regressed")).isTrue();
    for (ServiceName service : ServiceName.values()) {
      assertThat(texts(service, "select count(*) from inbox_parked")).containsExactly("0");
    }
  }

  private static RequestSpecification to(ServiceName service) {
    String token =
        stack
            .tokens()
            .issue(new TokenRequest(TENANT, Scopes.all(), "system-test", Duration.ofHours(1)));
    return given()
        .baseUri(stack.url(service).toString())
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token);
  }

  private static int typed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    PrintWriter ignored = new PrintWriter(new StringWriter());
    return Backstep.run(ignored, ignored, all.toArray(String[]::new));
  }

  private static List<String> texts(ServiceName service, String sql) {
    try (Connection connection = stack.postgres().connectAsSuperuser(service.database());
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
