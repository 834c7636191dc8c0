package health.backstep.security.authz.run;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Tenants;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes for a tenant one of everything that an operation can be about. */
public final class Stock {

  private final Client client;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  private Stock(Client client) {
    this.client = client;
  }

  /** Returns when all services know of it. */
  public static Map<String, String> of(Client client) {
    Stock stock = new Stock(client);
    stock.makePatient();
    stock.makeClock();
    stock.makeWebhook();
    stock.keep("erasureId", client.done("erasePatient", registered(client)));
    return Map.copyOf(stock.ids);
  }

  /** What a patient had who has been erased in all services. */
  static Map<String, String> erased(Client client) {
    Stock stock = new Stock(client);
    stock.makePatient();
    stock.keep("erasureId", client.done("erasePatient", stock.ids));
    client.awaitErased(stock.ids);
    return Map.copyOf(stock.ids);
  }

  /** A new patient with a plan and what it came from, by all the ids. */
  public static Map<String, String> patient(Client client) {
    Stock stock = new Stock(client);
    stock.makePatient();
    return Map.copyOf(stock.ids);
  }

  /** A new patient, by its ids. */
  public static Map<String, String> registered(Client client) {
    Stock stock = new Stock(client);
    stock.ids.put("externalId", newExternalId(client.tenant()));
    stock.keep("patientId", client.done("registerPatient", stock.ids));
    return Map.copyOf(stock.ids);
  }

  /** An external id that nobody has. */
  static String newExternalId(String tenant) {
    return tenant + "-" + UUID.randomUUID();
  }

  private void makePatient() {
    ids.put("externalId", newExternalId(client.tenant()));
    keep("patientId", client.done("registerPatient", ids));
    client.done("recordClearance", ids);
    JsonNode assessment = client.done("completeAssessment", ids);
    keep("assessmentId", assessment);
    ids.put("rule", client.done("listRules", ids).path("items").path(0).path("id").asText());
    client.doneInTime("getPlan", ids);
    client.doneInTime("listDue", ids);
    keep("sessionId", client.doneInTime("recordSession", ids));
    client.done("reportFlare", ids);
  }

  private void makeClock() {
    Map<String, String> own = Map.of("externalId", newExternalId(client.tenant()));
    String patient = client.done("registerPatient", own).path("patientId").asText();
    ids.put("clockPatientId", patient);
    if (client.tenant().equals(Tenants.OWN)) {
      client.done("makeExamplePatients", ids);
      client.done("setTestClock", ids);
      client.doneInTime("getTestClock", ids);
    }
  }

  /** The secret is the older one of two, so that it can be ended. */
  private void makeWebhook() {
    ids.putAll(webhook(client));
    keep("deliveryId", client.done("testWebhook", ids));
    keep("replayId", client.done("replayDeliveries", ids));
  }

  /** A new webhook with two secrets, by its id and that of the older one. */
  public static Map<String, String> webhook(Client client) {
    JsonNode made = client.done("createWebhook", Map.of());
    String id = made.path("webhookId").asText();
    client.done("rotateWebhookSecret", Map.of("webhookId", id));
    String secret = made.path("secrets").path(0).path("secretId").asText();
    return Map.of("webhookId", id, "secretId", secret);
  }

  private void keep(String name, JsonNode answer) {
    String id = answer.path(name).asText();
    if (id.isEmpty()) {
      throw new IllegalStateException("no " + name + " in " + answer);
    }
    ids.put(name, id);
  }
}
