package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider changes its key while the service is at work. */
@ProfileComponentTest
class RotatedKeyTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Partner partner = new Partner(ForgedToken.TENANT);
  private Path file;
  private String published;

  @BeforeEach
  void remember() throws IOException {
    file = StackResource.stack().secrets().publicKeys();
    published = Files.readString(file);
  }

  @AfterEach
  void publishAsBefore() throws IOException {
    Files.writeString(file, published);
    partnersTokenIs(200);
  }

  @Test
  void theNewKeysTokensCountSoonAndTheWithdrawnOnesNoLongerWithoutARestart() throws Exception {
    RsaJsonWebKey next = RsaJwkGenerator.generateJwk(2048);
    next.setKeyId("next");
    String byNext = ForgedToken.by(next);
    answers(byNext, 401);

    List<JsonWebKey> both = new JsonWebKeySet(published).getJsonWebKeys();
    both.add(next);
    publish(new JsonWebKeySet(both));
    await().atMost(PATIENCE).untilAsserted(() -> answers(byNext, 200));
    answers(ForgedToken.with(claims -> {}), 200);

    publish(new JsonWebKeySet(next));
    await().atMost(PATIENCE).untilAsserted(() -> answers(ForgedToken.with(claims -> {}), 401));
    answers(byNext, 200);
  }

  private void publish(JsonWebKeySet keys) throws IOException {
    Files.writeString(file, keys.toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  private void partnersTokenIs(int status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> partner.request().get("/v1/patients?externalId=a").then().statusCode(status));
  }

  private static void answers(String token, int status) {
    given().auth().oauth2(token).get("/v1/patients?externalId=a").then().statusCode(status);
  }
}
