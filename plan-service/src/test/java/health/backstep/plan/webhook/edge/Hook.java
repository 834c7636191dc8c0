package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.Partner;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as its partner has it. */
record Hook(Partner partner, String id, String secret) {

  static Hook at(Partner partner, String url) {
    return with(partner, "{\"url\": \"%s\"}".formatted(url));
  }

  static Hook with(Partner partner, String body) {
    JsonPath made =
        request(partner)
            .body(body)
            .post("/v1/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Hook(partner, made.getString("webhookId"), made.getString("secret"));
  }

  ValidatableResponse get(String rest) {
    return request(partner).get(path(rest)).then().statusCode(200);
  }

  Response post(String rest) {
    return request(partner).post(path(rest));
  }

  Response post(String rest, String body) {
    return request(partner).body(body).post(path(rest));
  }

  /** Changes it as it is now. */
  ValidatableResponse put(String body) {
    return request(partner).header("If-Match", "*").body(body).put(path("")).then().statusCode(200);
  }

  void disable() {
    String url = get("").extract().path("url");
    put("{\"url\": \"%s\", \"enabled\": false}".formatted(url));
  }

  ValidatableResponse enable(Receiver receiver) {
    return put("{\"url\": \"%s\", \"enabled\": true}".formatted(receiver.url()));
  }

  /** Its only or newest delivery, with attempts. */
  JsonPath delivery() {
    String newest = get("/deliveries").extract().path("items[0].deliveryId");
    return get("/deliveries/" + newest).extract().jsonPath();
  }

  /** A new secret beside the one there is. */
  Hook rotated() {
    return new Hook(partner, id, post("/secrets").then().statusCode(201).extract().path("secret"));
  }

  void delete() {
    request(partner).delete(path("")).then().statusCode(204);
  }

  String path(String rest) {
    return "/v1/webhooks/" + id + rest;
  }

  /** Whether a message carries a signature by this secret, reckoned as a receiver would. */
  boolean signed(Receiver.Received message) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String text = message.id() + "." + message.header("webhook-timestamp") + "." + message.body();
      byte[] expected = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return signatures(message).contains("v1," + Base64.getEncoder().encodeToString(expected));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> signatures(Receiver.Received message) {
    List<String> all = List.of(message.header("webhook-signature").split(" "));
    assertThat(all).allSatisfy(one -> assertThat(one).startsWith("v1,"));
    return all;
  }

  private static RequestSpecification request(Partner partner) {
    return partner.with("webhooks:manage");
  }
}
