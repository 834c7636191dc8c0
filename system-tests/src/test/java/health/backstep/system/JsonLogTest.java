package health.backstep.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.service.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An instance that writes its log for machines, and that cannot reach its neighbours. */
class JsonLogTest {

  private static final String NAME = "profile-service-json";
  private static final String TRACE = UUID.randomUUID().toString().replace("-", "");

  @Test
  void eachLineIsAnObjectAndNamesTheTraceOfTheCall() throws IOException {
    Patient patient = Patient.registered();
    List<Integer> ports = LocalPort.free(2);
    Child instance = start(ports.getFirst(), "http://127.0.0.1:" + ports.getLast());
    try {
      String url = ServiceProcess.url(ports.getFirst()).toString();
      instance.awaitReady(Duration.ofMinutes(3), () -> isReady(url));
      given()
          .auth()
          .oauth2(Platform.token())
          .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
          .get(url + "/v1/patients/" + patient.id() + "/export")
          .then()
          .statusCode(503);

      await()
          .untilAsserted(
              () ->
                  assertThat(lines())
                      .anySatisfy(
                          line -> {
                            assertThat(line.getString("level")).isEqualTo("WARN");
                            assertThat(line.getString("message"))
                                .contains("plan-service did not give its part of an export");
                            assertThat(line.getString("mdc.traceId")).isEqualTo(TRACE);
                          }));
      assertThat(lines())
          .allSatisfy(
              line -> {
                assertThat(line.getString("timestamp")).isNotBlank();
                assertThat(line.getString("loggerName")).isNotBlank();
              });
    } finally {
      instance.identity().kill();
    }
  }

  private static List<JsonPath> lines() throws IOException {
    return Files.readAllLines(Platform.stack().data().log(NAME)).stream()
        .map(JsonPath::from)
        .toList();
  }

  private static Child start(int port, String nobody) {
    Map<String, String> environment =
        new HashMap<>(Platform.stack().environment(ServiceName.PROFILE));
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("BACKSTEP_PLAN_URL", nobody);
    environment.put("BACKSTEP_LOG", "json");
    return ServiceProcess.launch(
            NAME,
            ServiceName.PROFILE,
            environment,
            List.of(),
            PackagedServices.repository(),
            Platform.stack().data())
        .start();
  }

  private static boolean isReady(String url) {
    try {
      return given().get(url + "/q/health/ready").statusCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }
}
