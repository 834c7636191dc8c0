package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner is kept out while its tokens are still valid. */
@ProfileComponentTest
class SuspendedTest {

  private static final Partner SUSPENDED = new Partner("suspended");
  private static final Partner OTHER = new Partner("not-suspended");

  @ConfigProperty(name = "backstep.suspended-callers")
  Path list;

  @AfterEach
  void letEverybodyIn() throws IOException {
    Files.deleteIfExists(list);
    await().atMost(Duration.ofSeconds(30)).until(() -> status(SUSPENDED) == 200);
  }

  @Test
  void aSuspendedPartnerIs403AndTheOthersAreServed() throws IOException {
    Files.writeString(list, SUSPENDED.tenant() + "\n");
    await().atMost(Duration.ofSeconds(30)).until(() -> status(SUSPENDED) == 403);

    Refusal.of(
        SUSPENDED.tenant(),
        () -> SUSPENDED.request().body(Requests.patient().toString()).post("/v1/patients"),
        403,
        "CLIENT_SUSPENDED");
    OTHER.request().get("/v1/patients?externalId=a").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void aSuspendedClientsPartnerIsServedThroughItsOtherClients() throws IOException {
    Files.writeString(
        list, SUSPENDED.tenant() + " another-app\n" + OTHER.tenant() + " partner-app\n");
    await().atMost(Duration.ofSeconds(30)).until(() -> status(OTHER) == 403);

    SUSPENDED.request().get("/v1/patients?externalId=a").then().statusCode(200);
    Files.delete(list);
    await().atMost(Duration.ofSeconds(30)).until(() -> status(OTHER) == 200);
  }

  @Test
  void aListThatCannotBeReadLeavesTheLastOneInForce() throws IOException {
    Files.writeString(list, SUSPENDED.tenant() + "\n");
    await().atMost(Duration.ofSeconds(30)).until(() -> status(SUSPENDED) == 403);
    Files.delete(list);
    Files.createDirectory(list);
    Files.writeString(list.resolve("a"), OTHER.tenant());

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(30))
        .until(() -> status(SUSPENDED) == 403);
    Files.delete(list.resolve("a"));
  }

  private static int status(Partner partner) {
    return partner.request().get("/v1/patients?externalId=a").statusCode();
  }
}
