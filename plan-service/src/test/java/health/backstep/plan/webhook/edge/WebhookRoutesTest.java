package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.plan.edge.PlanComponentTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What partners say and see of their webhooks. */
@PlanComponentTest
class WebhookRoutesTest {

  private static final String URL = "{\"url\": \"https://partner.example/in\"}";

  private final Partner partner =
      new Partner("hooks-" + UUID.randomUUID().toString().substring(24));

  @Test
  void aSecretIsShownWhenItIsMadeAndNeverAgain() {
    Hook hook = Hook.with(partner, URL);

    assertThat(hook.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
    hook.get("")
        .header("ETag", "\"0\"")
        .body("secret", nullValue())
        .body("secrets", hasSize(1))
        .body("secrets[0].secret", nullValue())
        .body("status", equalTo("ENABLED"))
        .body("types", hasSize(0));
    hook.post("/secrets")
        .then()
        .statusCode(201)
        .header("Location", matchesPattern(".*" + hook.path("/secrets/") + "[0-9a-f-]{36}"))
        .body("secret", matchesPattern("whsec_.{44}"))
        .body("others", hasSize(1))
        .body("others[0].expiresAt", notNullValue());
    hook.get("").body("secrets", hasSize(2));
  }

  @Test
  void noSecretLiesInTheDatabaseAsItIs() {
    String key = UUID.randomUUID().toString();
    String first = createdWith(key);
    String second = createdWith(key);

    assertThat(second).as("a repeated call").isEqualTo(first);
    String text = first.substring("whsec_".length());
    for (String table : Stored.tables()) {
      assertThat(
              Stored.column(
                  "select to_jsonb(t)::text from " + table + " t where tenant = ?",
                  partner.tenant()))
          .as(table)
          .noneMatch(row -> row.contains(text) || row.contains("whsec_"));
    }
  }

  @Test
  void theLastSecretThatStaysCannotBeDeleted() {
    Hook hook = Hook.with(partner, URL);
    String first = hook.get("").extract().path("secrets[0].secretId");

    refused(() -> partner.request().delete(hook.path("/secrets/" + first)), 409, "LAST_SECRET");
    String second = hook.post("/secrets").then().statusCode(201).extract().path("secretId");
    refused(() -> partner.request().delete(hook.path("/secrets/" + second)), 409, "LAST_SECRET");
    partner.request().delete(hook.path("/secrets/" + first)).then().statusCode(204);
    refused(
        () -> partner.request().delete(hook.path("/secrets/" + first)), 404, "SECRET_NOT_FOUND");
  }

  @Test
  void aChangeNeedsTheEtagOfWhatItChanges() {
    Hook hook = Hook.with(partner, URL);
    String body = "{\"url\": \"https://partner.example/new\", \"enabled\": false}";

    refused(() -> partner.request().body(body).put(hook.path("")), 428, "IF_MATCH_REQUIRED");
    partner
        .request()
        .header("If-Match", "\"0\"")
        .body(body)
        .put(hook.path(""))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("url", equalTo("https://partner.example/new"))
        .body("status", equalTo("DISABLED"))
        .body("disabled.reason", equalTo("BY_PARTNER"));
    refused(
        () -> partner.request().header("If-Match", "\"0\"").body(body).put(hook.path("")),
        412,
        "STALE");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/url | {\"url\": \"ftp://partner.example/\"} | SCHEME_REFUSED",
        "/url | {\"url\": \"https://me:pw@partner.example/\"} | USER_INFO_REFUSED",
        "/url | {\"url\": \"https://partner.example:25/\"} | PORT_REFUSED",
        "/url | {\"url\": \"http://169.254.169.254/latest\"} | TARGET_REFUSED",
        "/url | {\"url\": \"nowhere\"} | URL_INVALID",
        "/types/1 | {\"url\": \"https://a.example\", \"types\": [\"plan.changed\", \"x\"]} | UNKNOWN_TYPE",
      })
  void whatIsNotTakenIsNamed(String pointer, String body, String code) {
    refused(() -> partner.request().body(body).post("/v1/webhooks"), 422, code)
        .body("errors.pointer", contains(pointer));
  }

  @Test
  void aRangeHasToBeClear() {
    Hook hook = Hook.with(partner, URL);
    for (String body :
        List.of(
            "{}",
            "{\"from\": \"2026-11-20T09:00:00Z\", \"fromNumber\": 1}",
            "{\"from\": \"2026-11-20T09:00:00Z\", \"toNumber\": 1}",
            "{\"fromNumber\": 1, \"to\": \"2026-11-20T09:00:00Z\"}")) {
      refused(() -> hook.post("/replays", body), 422, "RANGE_UNCLEAR");
    }
    refused(
        () ->
            hook.post(
                "/replays",
                "{\"from\": \"2026-11-20T09:00:00Z\", \"to\": \"2026-11-20T08:00:00Z\"}"),
        422,
        "ENDS_BEFORE_START");
    hook.post("/replays", "{\"from\": \"2026-11-20T09:00:00Z\"}")
        .then()
        .statusCode(202)
        .body("status", equalTo("DONE"))
        .body("deliveries", equalTo(0));
  }

  @Test
  void listsGoOnByTheirCursor() {
    Hook first = Hook.with(partner, URL);
    Hook second = Hook.with(partner, URL);
    String cursor =
        partner
            .request()
            .get("/v1/webhooks?limit=1")
            .then()
            .statusCode(200)
            .body("items.webhookId", contains(second.id()))
            .extract()
            .path("nextCursor");
    partner
        .request()
        .get("/v1/webhooks?limit=1&cursor=" + cursor)
        .then()
        .body("items.webhookId", contains(first.id()))
        .body("nextCursor", nullValue());

    String older = first.post("/test").then().statusCode(202).extract().path("deliveryId");
    String newer = first.post("/test").then().statusCode(202).extract().path("deliveryId");
    String next =
        first
            .get("/deliveries?status=PENDING&limit=1")
            .body("items.deliveryId", contains(newer))
            .extract()
            .path("nextCursor");
    first
        .get("/deliveries?status=PENDING&limit=1&cursor=" + next)
        .body("items.deliveryId", contains(older))
        .body("nextCursor", nullValue());
    first.get("/deliveries?status=FAILED").body("items", hasSize(0));
    refused(
        () -> partner.request().get(first.path("/deliveries?status=LOST")), 400, "STATUS_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "PUT, ''",
    "DELETE, ''",
    "POST, /secrets",
    "DELETE, /secrets/{secret}",
    "GET, /deliveries",
    "GET, /deliveries/{delivery}",
    "POST, /deliveries/{delivery}/replay",
    "POST, /replays",
    "GET, /replays/{replay}",
    "POST, /test",
  })
  void anotherTenantsWebhookIsNotThere(String method, String rest) {
    Hook hook = Hook.with(partner, URL);
    String secret = hook.get("").extract().path("secrets[0].secretId");
    String delivery = hook.post("/test").then().extract().path("deliveryId");
    String replay = hook.post("/replays", "{\"fromNumber\": 1}").then().extract().path("replayId");
    String path =
        hook.path(
            rest.replace("{secret}", secret)
                .replace("{delivery}", delivery)
                .replace("{replay}", replay));
    String body = rest.equals("/replays") ? "{\"fromNumber\": 1}" : URL;

    Refusal.of(
        partner.tenant(),
        () ->
            new Partner("somebody-else")
                .request()
                .header("If-Match", "*")
                .body(body)
                .request(method, path),
        404,
        "WEBHOOK_NOT_FOUND");
  }

  @Test
  void withoutItsScopeNothingIsSeen() {
    partner
        .with("changes:read", "plans:read")
        .get("/v1/webhooks")
        .then()
        .statusCode(403)
        .body("code", equalTo("SCOPE_MISSING"));
  }

  @Test
  void aDeletedWebhookIsNotThere() {
    Hook hook = Hook.with(partner, URL);
    hook.delete();

    refused(() -> partner.request().get(hook.path("")), 404, "WEBHOOK_NOT_FOUND");
    partner.request().get("/v1/webhooks").then().body("items", hasSize(0));
    assertThat(Stored.column("select id from webhook_secret where tenant = ?", partner.tenant()))
        .isEmpty();
  }

  @Test
  void aTenantHasABoundedNumberOfWebhooks() {
    for (int i = 0; i < 50; i++) {
      Hook.with(partner, URL);
    }
    refused(() -> partner.request().body(URL).post("/v1/webhooks"), 409, "TOO_MANY_WEBHOOKS");
  }

  private String createdWith(String key) {
    return partner
        .request()
        .header("Idempotency-Key", key)
        .body(URL)
        .post("/v1/webhooks")
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .extract()
        .path("secret");
  }

  private ValidatableResponse refused(
      java.util.function.Supplier<io.restassured.response.Response> call, int status, String code) {
    return Refusal.of(partner.tenant(), call, status, code);
  }
}
