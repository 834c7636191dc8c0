package health.backstep.system;

import static health.backstep.system.Platform.count;
import static health.backstep.system.Platform.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the example program reads out of the topics is what the services' databases hold. */
class AnalyticsTest {

  private static final String TENANT = "north-clinic";
  private static final List<String> SEVERITIES = List.of("MILD", "MODERATE", "SEVERE");
  private static final Map<String, String> KINDS =
      Map.of(
          "REGRESSED", "regressions",
          "RESTORED", "restores",
          "PROGRESSED", "progressions",
          "SUSPENDED", "suspensions");

  @TempDir private Path folder;

  @Test
  void itsFiguresAreThoseOfTheDatabasesAndNothingIsMissing() {
    Stream.generate(Patient::withPlan)
        .limit(3)
        .forEach(patient -> patient.planAfter(flareOf(patient)));
    Patient.withPlan().greenSession().attempt().then().statusCode(201);
    severeFlareOf(Patient.withPlan());
    Patient.withPlan().emergencySign();

    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              Map<String, Long> stored = stored();
              AnalyticsRun run = run();
              assertThat(read(run)).isEqualTo(stored);
              assertThat(run.status()).as(run.said()).isZero();
            });

    AnalyticsRun run = run();
    assertThat(run.lines("missing.csv")).isEmpty();
    assertThat(run.total(TENANT, "regressions")).isGreaterThanOrEqualTo(4);
    assertThat(run.total(TENANT, "flares_severe")).isPositive();
    assertThat(run.total(TENANT, "suspensions")).isPositive();
    assertThat(run.folder().resolve("daily.svg")).isNotEmptyFile();
  }

  private static UUID flareOf(Patient patient) {
    return patient.painfulFlare();
  }

  private static void severeFlareOf(Patient patient) {
    to(ServiceName.SESSION)
        .body(
            """
            {"at": "%s", "pain": 8, "lastedHours": 3, "hardToTolerate": true,
             "activitiesLimited": true, "activitiesImpossible": true, "worried": false,
             "quality": "DULL", "location": "LOW_BACK"}
            """
                .formatted(OffsetDateTime.now(ZoneOffset.UTC)))
        .post("/v1/patients/" + patient.id() + "/flares")
        .then()
        .statusCode(201);
  }

  private AnalyticsRun run() {
    return AnalyticsRun.on(Platform.stack().kafka().bootstrapServers(), folder);
  }

  private static Map<String, Long> read(AnalyticsRun run) {
    Map<String, Long> totals = new LinkedHashMap<>();
    stored().keySet().forEach(column -> totals.put(column, run.total(TENANT, column)));
    return totals;
  }

  private static Map<String, Long> stored() {
    Map<String, Long> totals = new LinkedHashMap<>();
    totals.put("new_patients", rows(ServiceName.PROFILE, "patient", "true"));
    totals.put("sessions", rows(ServiceName.SESSION, "session", "true"));
    SEVERITIES.forEach(
        severity ->
            totals.put(
                "flares_" + severity.toLowerCase(java.util.Locale.ROOT),
                rows(ServiceName.SESSION, "flare", "severity = '" + severity + "'")));
    KINDS.forEach(
        (kind, column) ->
            totals.put(column, rows(ServiceName.PLAN, "plan_version", "kind = '" + kind + "'")));
    return totals;
  }

  private static long rows(ServiceName service, String table, String condition) {
    return count(
        service,
        "select count(*) from %s where tenant = ? and %s".formatted(table, condition),
        TENANT);
  }
}
