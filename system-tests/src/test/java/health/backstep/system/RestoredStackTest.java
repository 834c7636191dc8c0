package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.client.Access;
import health.backstep.client.ApiClient;
import health.backstep.client.ApiException;
import health.backstep.client.plan.PlansApi;
import health.backstep.client.profile.AssessmentsApi;
import health.backstep.client.profile.ClearanceApi;
import health.backstep.client.profile.PatientsApi;
import health.backstep.client.profile.model.ClearanceRequest;
import health.backstep.client.profile.model.ClearanceStatus;
import health.backstep.client.profile.model.PatientRequest;
import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a partner meets after databases and broker were lost and a backup was restored. */
@Tag("long")
class RestoredStackTest {

  private static final Path REPOSITORY = PackagedServices.repository();
  private static final Path DATA = Path.of("target", "restored-stack").toAbsolutePath();
  private static final Duration WITHIN = Duration.ofMinutes(2);

  @Test
  void whoWasErasedStaysErasedAndNobodyMissesAChangeWithoutBeingTold() throws Exception {
    UUID stays;
    UUID erased;
    UUID later;
    String before;
    String after;
    String erasure;
    try (LocalStack stack = start(true)) {
      stays = withPlan(stack);
      erased = withPlan(stack);
      before = changes(stack, "?limit=1").path("nextCursor");
      typed("backup");
      later = withPlan(stack);
      after = changes(stack, "").path("nextCursor");
      erasure = to(stack, PROFILE).delete("/v1/patients/" + erased).path("erasureId");
    }
    FileTree.delete(DATA.resolve("postgres"));
    FileTree.delete(DATA.resolve("kafka"));

    assertThat(typed("restore", "--actor", "anna"))
        .contains("carried out again at the next start: 1.", "are told to read their plans anew");

    try (LocalStack stack = start(false)) {
      to(stack, PROFILE).get("/v1/patients/" + erased).then().statusCode(404);
      to(stack, PROFILE).get("/v1/patients/" + later).then().statusCode(404);
      to(stack, PLAN).get("/v1/patients/" + stays + "/plan").then().statusCode(200);
      await()
          .atMost(WITHIN)
          .untilAsserted(
              () ->
                  to(stack, PROFILE)
                      .get("/v1/erasures/" + erasure + "?wait=PT20S")
                      .then()
                      .statusCode(200)
                      .body("patientId", equalTo(erased.toString()))
                      .body("state", equalTo("COMPLETED")));
      to(stack, PLAN).get("/v1/patients/" + erased + "/plan").then().statusCode(404);
      for (String cursor : List.of(before, after)) {
        changes(stack, "?cursor=" + cursor)
            .then()
            .statusCode(410)
            .body("code", equalTo("CURSOR_EXPIRED"));
      }
      UUID afterwards = withPlan(stack);
      Response anew = changes(stack, "");
      assertThat(anew.<List<String>>path("items.patientId")).contains(afterwards.toString());
      List<Long> numbers = anew.jsonPath().getList("items.number", Long.class);
      assertThat(numbers)
          .allSatisfy(number -> assertThat(number).isGreaterThan(1_700_000_000_000L));
      assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(numbers.size() - 1L);
      assertThat(typed("dlq", "log")).containsPattern("anna +RESTORE +profile +backup-");
    }
  }

  private static UUID withPlan(LocalStack stack) throws ApiException {
    UUID id =
        new PatientsApi(client(stack, PROFILE))
            .registerPatient(
                new PatientRequest()
                    .birthYear(1985)
                    .timeZone("Europe/Berlin")
                    .minutesPerSession(15)
                    .sessionsPerWeek(3),
                null)
            .getPatientId();
    new ClearanceApi(client(stack, PROFILE))
        .recordClearance(
            id,
            new ClearanceRequest().status(ClearanceStatus.CLEARED).loading(true).by("Dr. Rivera"),
            "*");
    UUID event =
        new AssessmentsApi(client(stack, PROFILE))
            .completeAssessment(
                id, Assessments.made(OffsetDateTime.now(ZoneOffset.UTC), false), null)
            .getEventId();
    new PlansApi(client(stack, PLAN)).getPlan(id, event, "PT30S");
    return id;
  }

  private static Response changes(LocalStack stack, String query) {
    return to(stack, PLAN).get("/v1/changes" + query);
  }

  private static RequestSpecification to(LocalStack stack, ServiceName service) {
    return given().baseUri(stack.url(service).toString()).auth().oauth2(token(stack));
  }

  private static ApiClient client(LocalStack stack, ServiceName service) {
    return Access.to(stack.url(service), () -> token(stack));
  }

  private static String token(LocalStack stack) {
    return stack
        .tokens()
        .issue(new TokenRequest("north-clinic", Scopes.all(), "system-test", Duration.ofHours(1)));
  }

  private static LocalStack start(boolean fresh) {
    return LocalStack.start(
        StackOptions.everything(DATA, REPOSITORY).onPorts(Ports.free()).beginningEmpty(fresh),
        Progress.silent());
  }

  private static String typed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", DATA.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Backstep.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }
}
