package health.backstep.profile.edge;

import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/** A patient that a partner registered, for tests that are about something else. */
record Patient(Partner partner, UUID id) {

  static final String TOPIC = "pt.profile.events.v1";

  static Patient of(Partner partner) {
    String id =
        partner
            .request()
            .body(Requests.patient().toString())
            .post("/v1/patients")
            .then()
            .statusCode(201)
            .extract()
            .path("patientId");
    return new Patient(partner, UUID.fromString(id));
  }

  static Patient cleared(Partner partner) {
    Patient patient = of(partner);
    patient.clear("\"0\"").then().statusCode(200);
    return patient;
  }

  Response clear(String ifMatch) {
    return partner
        .request()
        .header("If-Match", ifMatch)
        .body(Requests.clearance("CLEARED").toString())
        .put(path("/clearance"));
  }

  String clearance() {
    return partner.request().get(path("/clearance")).then().extract().path("status");
  }

  String path(String rest) {
    return "/v1/patients/" + id + rest;
  }

  /** The patient's events on the topic, once there are so many. */
  List<Wire.Seen> published(int count) {
    return await().until(() -> Wire.on(TOPIC, id), events -> events.size() >= count);
  }
}
