package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.stack.secret.Scopes;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call: only a token that the platform's own key signed, for its tenant and scope. */
@ProfileComponentTest
class TokensTest {

  private static final Partner PARTNER = new Partner(ForgedToken.TENANT);

  private static final Map<String, Supplier<String>> FORGED =
      Map.ofEntries(
          Map.entry("garbage", () -> "garbage"),
          Map.entry("three dots", () -> "a.b.c"),
          Map.entry("expired", () -> ForgedToken.with(claims -> claims.setExpirationTime(ago(60)))),
          Map.entry(
              "not yet valid", () -> ForgedToken.with(claims -> claims.setNotBefore(ago(-300)))),
          Map.entry("never expiring", () -> ForgedToken.with(claims -> claims.unsetClaim("exp"))),
          Map.entry(
              "another issuer", () -> ForgedToken.with(claims -> claims.setIssuer("https://evil"))),
          Map.entry("no issuer", () -> ForgedToken.with(claims -> claims.unsetClaim("iss"))),
          Map.entry(
              "another audience", () -> ForgedToken.with(claims -> claims.setAudience("shop"))),
          Map.entry("no audience", () -> ForgedToken.with(claims -> claims.unsetClaim("aud"))),
          Map.entry("no subject", () -> ForgedToken.with(claims -> claims.unsetClaim("sub"))),
          Map.entry("another key", ForgedToken::byAnotherKey),
          Map.entry("unsigned", ForgedToken::unsigned),
          Map.entry("signed with the public key", ForgedToken::signedWithThePublicKey),
          Map.entry("changed afterwards", ForgedToken::changedAfterwards));

  static List<String> forgeries() {
    return FORGED.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("forgeries")
  void aTokenThatCannotBeTrustedIs401(String forgery) {
    String token = FORGED.get(forgery).get();

    Refusal.of(PARTNER.tenant(), () -> register(token), 401, "UNAUTHENTICATED")
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void withoutATokenItIs401() {
    Refusal.of(
            PARTNER.tenant(),
            () ->
                given()
                    .contentType(ContentType.JSON)
                    .body(Requests.patient().toString())
                    .post("/v1/patients"),
            401,
            "UNAUTHENTICATED")
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void theForgersOwnTokenWouldDoIfItWereNotForged() {
    register(ForgedToken.with(claims -> {})).then().statusCode(201);
  }

  @Test
  void aTokenWithoutATenantIs403() {
    refusedTenant(ForgedToken.with(claims -> claims.unsetClaim("tenant")));
  }

  @Test
  void aTokenWithTwoTenantsIs403() {
    refusedTenant(
        ForgedToken.with(
            claims -> claims.setStringListClaim("tenant", List.of(PARTNER.tenant(), "other"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "North", "a b", "a'b", "../a", "*", "-a", "ä"})
  void aTokenWithABadTenantNameIs403(String name) {
    refusedTenant(ForgedToken.with(claims -> claims.setStringClaim("tenant", name)));
  }

  @ParameterizedTest(name = "{0} {1} needs {2}")
  @CsvSource({
    "POST, /v1/patients, patients:write",
    "GET, /v1/patients?externalId=a, patients:read",
    "GET, /v1/patients/{id}, patients:read",
    "PUT, /v1/patients/{id}, patients:write",
    "GET, /v1/patients/{id}/clearance, patients:read",
    "PUT, /v1/patients/{id}/clearance, clearance:write",
    "POST, /v1/patients/{id}/assessments, assessments:write",
    "GET, /v1/patients/{id}/assessments, patients:read",
    "GET, /v1/patients/{id}/assessments/{id}, patients:read",
  })
  void everyOtherScopeTogetherDoesNotOpenARoute(String method, String route, String scope) {
    String path = route.replace("{id}", Patient.of(PARTNER).id().toString());
    Set<String> others = new LinkedHashSet<>(Scopes.ALL);
    others.remove(scope);

    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.with(others).body("{}").request(method, path),
        403,
        "SCOPE_MISSING");
  }

  @Test
  void aScopeIsNoPartOfAnotherWord() {
    String token =
        ForgedToken.with(
            claims -> claims.setStringClaim("scope", "patients:writes xpatients:write patients"));

    Refusal.of(PARTNER.tenant(), () -> register(token), 403, "SCOPE_MISSING");
  }

  private static void refusedTenant(String token) {
    Refusal.of(PARTNER.tenant(), () -> register(token), 403, "TENANT_MISSING");
  }

  private static Response register(String token) {
    return given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token)
        .body(Requests.patient().toString())
        .post("/v1/patients");
  }

  private static NumericDate ago(long seconds) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() - seconds);
  }
}
