package health.backstep.security.canary.run;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.run.Ask;
import health.backstep.security.authz.run.Reply;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What happens to one patient and one partner, with a canary in every text. */
final class Story {

  private static final int AT_ONCE = 8;
  private static final String ZIP = "application/zip";
  private static final Pattern SECRET = Pattern.compile("whsec_([A-Za-z0-9+/=]+)");

  private final App app;
  private final Planted planted;
  private final Map<String, String> ids = new HashMap<>();

  Story(App app, Planted planted) {
    this.app = app;
    this.planted = planted;
  }

  void tell() {
    makeWebhooks();
    enrol();
    train();
    hurt();
    look();
    takeAway();
  }

  /** Of what came to be. */
  Map<String, String> ids() {
    return Map.copyOf(ids);
  }

  private void enrol() {
    ids.put("externalId", planted.plant(Kind.EXTERNAL_ID, "registerPatient"));
    keep("patientId", app.done("registerPatient", ids));
    app.done("recordClearance", ids);
    keep("assessmentId", app.done("completeAssessment", ids));
    JsonNode plan = app.inTime("getPlan", ids);
    keep("exerciseId", plan.path("items").path(0));
  }

  private void train() {
    keep("sessionId", app.inTime("recordSession", ids));
    app.done("checkIn", ids);
    app.done("recordSessionBatch", ids);
    JsonNode simulated = app.done("simulate", Map.of());
    if (simulated.path("versions").isEmpty()) {
      throw new IllegalStateException("nothing was simulated: " + simulated);
    }
  }

  /** A flare, a review, a red flag. */
  private void hurt() {
    app.done("reportFlare", ids);
    app.inTime("reviewPlan", ids);
    app.done("checkInAfterSession", ids);
  }

  private void makeWebhooks() {
    keep("webhookId", app.done("createWebhook", Map.of()));
    JsonNode working =
        app.done(
            "createWebhook",
            Map.of("webhookUrl", "works/" + planted.plant(Kind.WEBHOOK_URL, "createWebhook")));
    String id = working.path("webhookId").asText();
    for (JsonNode told : new JsonNode[] {working, app.done("rotateWebhookSecret", ids)}) {
      SECRET
          .matcher(told.toString())
          .results()
          .forEach(found -> planted.plant(Kind.WEBHOOK_SECRET, "createWebhook", found.group(1)));
    }
    app.done("testWebhook", Map.of("webhookId", id));
    app.done("changeWebhook", ids);
  }

  /** Reads, repeats, and gets into the way of others. */
  private void look() {
    app.done("findPatient", ids);
    app.call("registerPatient", ids);
    Map<String, String> wanted =
        Map.of("externalId", planted.plant(Kind.EXTERNAL_ID, "registerPatient, several at once"));
    IntStream.range(0, AT_ONCE).parallel().forEach(_ -> app.call("registerPatient", wanted));
    app.done("changePatient", Map.of("patientId", ids.get("patientId")));
    app.done("replayDeliveries", ids);
    app.inTime("listDue", ids);
    app.overhear("listChanges", ids);
    app.overhear("streamChanges", ids);
    app.overhear("listDeliveries", ids);
  }

  /** All that is held of the patient, in both forms, and what is noted of the calls. */
  private void takeAway() {
    app.inTime("exportPatient", ids);
    Ask packed = app.ask(app.operation("exportPatient"), ids).with("Accept", ZIP);
    Reply reply = app.send(packed);
    if (!reply.isSuccess() || !reply.header("content-type").startsWith(ZIP)) {
      throw new IllegalStateException("no " + ZIP + " but " + reply.inShort());
    }
    app.doneEverywhere("listAuditLines", Map.of());
  }

  private void keep(String name, JsonNode answer) {
    String id = answer.path(name).asText();
    if (id.isEmpty()) {
      throw new IllegalStateException("no " + name + " in " + answer);
    }
    ids.put(name, id);
  }
}
