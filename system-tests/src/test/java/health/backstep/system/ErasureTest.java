package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import health.backstep.client.session.model.SessionAnswer;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/** A partner erases a patient who has left traces everywhere. */
class ErasureTest {

  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final Topic SESSIONS = new Topic("pt.session.events.v1");
  private static final String STATE = "pt.plan.state.v1";

  /**
   * Where the pseudonym stays: to know late events by, and in the word that tells of the erasure.
   */
  private static final String[] LEFT = {
    ".* erased_patient.patient_id",
    ".* patient_home.patient_id",
    ".* outbox.(headers|record_key)",
    "profile-service erasure.patient_id"
  };

  @Test
  void nothingButThePseudonymIsLeftAndThePartnerCanProveIt() throws Exception {
    String externalId = "clinic-" + UUID.randomUUID();
    List<String> traces = new ArrayList<>(List.of(externalId));
    Patient patient = livedThrough(externalId, traces);
    String id = patient.id().toString();

    ExtractableResponse<Response> begun =
        Platform.to(PROFILE).delete("/v1/patients/" + id).then().statusCode(202).extract();
    ExtractableResponse<Response> done = completed(begun.header("Location"));

    assertOnlyThePseudonymIsLeft(id, traces);
    assertThat(signatureHolds(done.path("receipt"))).isTrue();
    for (String type :
        List.of("pt.profile.events.v1", "pt.session.events.v1", "pt.plan.events.v1")) {
      await()
          .atMost(WITHIN)
          .until(
              () ->
                  PublishedEvents.headersOf(type, patient.id())
                      .getLast()
                      .get("ce_type")
                      .endsWith(".patient-erased.v1"));
    }
    await().atMost(WITHIN).until(() -> new Topic(STATE).lastValue(id).isEmpty());

    SESSIONS.send(id, lateFlare(patient.id()), "{}");
    SESSIONS.awaitTakenInBy(PLAN);
    SESSIONS.awaitTakenInBy(PROFILE);
    assertOnlyThePseudonymIsLeft(id, traces);
    Platform.to(PLAN).get("/v1/patients/" + id + "/plan").then().statusCode(404);
    Platform.to(SESSION).get("/v1/patients/" + id + "/sessions").then().statusCode(404);

    Patient again = Patient.withPlan(externalId);
    assertThat(again.id()).isNotEqualTo(patient.id());
    assertThat(again.plan().getVersion()).isEqualTo(1);
    assertThat(again.plan().getRegressed()).isFalse();
    List<Object> sessions =
        Platform.to(SESSION)
            .get("/v1/patients/" + again.id() + "/sessions")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    assertThat(sessions).isEmpty();
  }

  private static Patient livedThrough(String externalId, List<String> traces) throws Exception {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        call -> {
          told.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    receiver.start();
    try {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      String webhook =
          Platform.to(PLAN)
              .body("{\"url\": \"" + url + "\"}")
              .post("/v1/webhooks")
              .then()
              .statusCode(201)
              .extract()
              .header("Location");
      Patient patient = Patient.withPlan(externalId);
      SessionAnswer painful = patient.painfulSession(1);
      patient.planAfter(painful.getFlare().getEventId());
      traces.add(painful.getSessionId().toString());
      traces.add(painful.getFlare().getFlareId().toString());
      traces.add(painful.getFlare().getEventId().toString());
      sendBatch(patient.id());
      SESSIONS.send(patient.id().toString(), Map.of("ce_type", "unreadable"), "{}");
      await()
          .atMost(WITHIN)
          .until(() -> told.stream().anyMatch(m -> m.contains(patient.id().toString())));
      await()
          .atMost(WITHIN)
          .until(
              () ->
                  Mentions.of(patient.id().toString())
                      .containsAll(
                          List.of(
                              "plan-service webhook_delivery.body",
                              "plan-service dead_letter.record_key",
                              "plan-service plan_version.document",
                              "session-service batch_item.patient_id",
                              "session-service idempotency.body",
                              "profile-service idempotency.location")));
      Platform.to(PLAN).delete(webhook).then().statusCode(204);
      return patient;
    } finally {
      receiver.stop(0);
    }
  }

  private static void sendBatch(UUID patient) {
    Platform.to(SESSION)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            """
            {"items": [{"id": "%s", "patientId": "%s", "flare": {"at": "%s", "pain": 4,
              "hardToTolerate": false, "activitiesLimited": false, "worried": false}}]}
            """
                .formatted(UUID.randomUUID(), patient, Instant.now().minusSeconds(30)))
        .post("/v1/session-batches")
        .then()
        .statusCode(200);
  }

  private static ExtractableResponse<Response> completed(String location) {
    return await()
        .atMost(WITHIN)
        .until(
            () ->
                Platform.to(PROFILE).get(location + "?wait=PT20S").then().statusCode(200).extract(),
            erasure -> erasure.path("state").equals("COMPLETED"));
  }

  private static void assertOnlyThePseudonymIsLeft(String patient, List<String> traces) {
    assertThat(Mentions.of(patient))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place).matches(String.join("|", LEFT)));
    traces.forEach(trace -> assertThat(Mentions.of(trace)).as(trace).isEmpty());
  }

  private static boolean signatureHolds(String receipt) throws Exception {
    JsonWebKeySet keys =
        new JsonWebKeySet(
            Platform.to(PROFILE).get("/v1/erasures/keys").then().extract().asString());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(receipt);
    signature.setKey(
        keys.findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", "RS256").getKey());
    return signature.verifySignature();
  }

  private static Map<String, String> lateFlare(UUID patient) {
    return Map.ofEntries(
        Map.entry("ce_specversion", "1.0"),
        Map.entry("ce_id", UUID.randomUUID().toString()),
        Map.entry("ce_source", "/session-service"),
        Map.entry("ce_type", "pt.session.pain-flare-reported.v1"),
        Map.entry("ce_time", "2026-11-22T08:00:00Z"),
        Map.entry("ce_subject", patient.toString()),
        Map.entry("ce_tenant", Platform.TENANT),
        Map.entry("ce_sequence", "40"),
        Map.entry("ce_causationid", UUID.randomUUID().toString()),
        Map.entry("ce_correlationid", UUID.randomUUID().toString()));
  }
}
