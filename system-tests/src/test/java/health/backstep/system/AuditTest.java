package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit logs of the packaged services. */
class AuditTest {

  private static final Duration WITHIN = Duration.ofMinutes(2);

  private final String tenant = "audit-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aWriteIsInTheLogThoughTheServiceIsKilledAtOnceAndTheChainGoesOn() {
    String first = register();
    Platform.stack().kill(ServiceName.PROFILE);
    Platform.stack().start(ServiceName.PROFILE);
    String second =
        await().atMost(WITHIN).ignoreExceptions().until(this::register, id -> id != null);

    await().atMost(WITHIN).untilAsserted(() -> assertThat(patients()).contains(first, second));
    Verified verified = verify();
    assertThat(verified.exit()).as(verified.out()).isZero();
    String head =
        verified
            .out()
            .lines()
            .filter(line -> line.startsWith("--head profile:" + tenant + ":"))
            .findFirst()
            .orElseThrow();
    register();
    assertThat(verify(head.split(" ")).exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void everyServiceHasALog(ServiceName service) {
    String collection =
        switch (service) {
          case PROFILE -> "";
          case PLAN -> "/plan";
          case SESSION -> "/sessions";
        };
    Platform.to(service, tenant)
        .get("/v1/patients/" + UUID.randomUUID() + collection)
        .then()
        .statusCode(404);

    await()
        .atMost(WITHIN)
        .untilAsserted(
            () -> assertThat(lines(service).getList("items.code")).contains("PATIENT_NOT_FOUND"));
    assertThat(verify("--service", service.name().toLowerCase(Locale.ROOT)).exit()).isZero();
  }

  private record Verified(int exit, String out) {}

  private static Verified verify(String... words) {
    List<String> all = new ArrayList<>(List.of("audit", "verify"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", Platform.stack().data().root().toString()));
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    return new Verified(Backstep.run(printer, printer, all.toArray(String[]::new)), out.toString());
  }

  private List<String> patients() {
    return lines(ServiceName.PROFILE).getList("items.patientId");
  }

  private JsonPath lines(ServiceName service) {
    return Platform.to(service, tenant)
        .get("/v1/audit?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String register() {
    return Platform.to(ServiceName.PROFILE, tenant)
        .body(
            """
            {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
             "minutesPerSession": 15, "sessionsPerWeek": 3}
            """)
        .post("/v1/patients")
        .then()
        .statusCode(201)
        .extract()
        .path("patientId");
  }
}
