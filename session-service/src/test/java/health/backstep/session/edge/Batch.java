package health.backstep.session.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A batch as an offline app puts it together. */
final class Batch {

  static final String PATH = "/v1/session-batches";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OffsetDateTime FIRST_DAY = OffsetDateTime.parse("2026-03-02T07:00:00+01:00");

  private final List<JsonNode> items = new ArrayList<>();

  /** Adds any JSON. */
  Batch add(JsonNode item) {
    items.add(item);
    return this;
  }

  /** A session without pain on that day, and its item's id. */
  UUID session(UUID patient, int day) {
    return item(patient, "session", session(day));
  }

  UUID item(UUID patient, String kind, JsonNode body) {
    UUID id = UUID.randomUUID();
    items.add(item(id, patient, kind, body));
    return id;
  }

  /** A check-in on the morning after that day. */
  ObjectNode checkInAfter(UUID patient, int day, int pain) {
    ObjectNode item =
        item(
            UUID.randomUUID(),
            patient,
            "checkIn",
            Requests.checkIn(FIRST_DAY.plusDays(day + 1).toString(), pain));
    items.add(item);
    return item;
  }

  /** The same items in the opposite order. */
  Batch reversed() {
    Batch other = new Batch();
    other.items.addAll(items);
    Collections.reverse(other.items);
    return other;
  }

  ObjectNode at(int position) {
    return (ObjectNode) items.get(position);
  }

  int size() {
    return items.size();
  }

  String body() {
    ArrayNode all = JSON.createArrayNode().addAll(items);
    return JSON.createObjectNode().set("items", all).toString();
  }

  Response post(Partner partner) {
    return partner.request().body(body()).post(PATH);
  }

  /** The answers, one for each item. */
  JsonNode send(Partner partner) {
    return answers(post(partner).then().statusCode(200).extract().asString());
  }

  static JsonNode answers(String body) {
    try {
      return JSON.readTree(body).path("items");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode item(UUID id, UUID patient, String kind, JsonNode body) {
    ObjectNode item = JSON.createObjectNode();
    item.put("id", id.toString()).put("patientId", patient.toString());
    return item.set(kind, body);
  }

  static ObjectNode session(int day) {
    return moved(Requests.greenSession(), day);
  }

  /** A session that hurts and is stopped. */
  static ObjectNode painful(int day) {
    return moved(Requests.painfulSession(), day);
  }

  private static ObjectNode moved(ObjectNode session, int day) {
    OffsetDateTime start = FIRST_DAY.plusDays(day);
    return session
        .put("startedAt", start.toString())
        .put("endedAt", start.plusMinutes(11).toString());
  }
}
