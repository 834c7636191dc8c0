package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.edge.PlanComponentTest;
import health.backstep.plan.webhook.TargetPolicy;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From a change to the receiver, whatever receivers and instances do. */
@PlanComponentTest
class WebhookDeliveryTest extends WithWebhook {

  @Test
  void aChangeIsSentOnceSignedAndWithIdsAndLinksAlone() {
    UUID patientId = parts.planChanged(partner);
    round();
    round();

    assertThat(receiver.received()).hasSize(1);
    Receiver.Received message = receiver.received().getFirst();
    assertThat(hook.signed(message)).isTrue();
    assertThat(message.id()).matches("msg_[0-9a-f]{32}");
    assertThat(Long.parseLong(message.header("webhook-timestamp")))
        .isCloseTo(clock.instant().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
    assertThat(message.header("content-type")).isEqualTo("application/json");
    JsonPath body = JsonPath.from(message.body());
    assertThat(body.getMap("")).containsOnlyKeys("type", "timestamp", "data");
    assertThat(body.getString("type")).isEqualTo("plan.changed");
    assertThat(Instant.parse(body.getString("timestamp"))).isBefore(clock.instant());
    assertThat(body.getMap("data"))
        .containsOnlyKeys(
            "id", "number", "type", "patientId", "planVersion", "eventId", "occurredAt", "links");
    assertThat(body.getString("data.patientId")).isEqualTo(patientId.toString());
    assertThat(hook.delivery().getString("status")).isEqualTo("DELIVERED");
  }

  @Test
  void whatHappenedBeforeAWebhookWasMadeIsNotSent() throws IOException {
    parts.planChanged(partner);
    try (Receiver later = new Receiver()) {
      Hook second = Hook.at(partner, later.url());
      parts.planChanged(partner);
      round();

      assertThat(receiver.received()).hasSize(2);
      assertThat(later.received()).hasSize(1);
      second.delete();
    }
  }

  @Test
  void onlyWantedTypesAreSent() throws IOException {
    try (Receiver picky = new Receiver()) {
      Hook wanting =
          Hook.with(
              partner, "{\"url\": \"%s\", \"types\": [\"review.asked\"]}".formatted(picky.url()));
      parts.planChanged(partner);
      parts.happens(partner, ChangeType.REVIEW_ASKED);
      parts.planChanged(partner);
      round();

      assertThat(receiver.received()).hasSize(3);
      assertThat(picky.received()).hasSize(1);
      assertThat(picky.received().getFirst().body()).contains("\"review.asked\"");
      wanting.delete();
    }
  }

  @Test
  void aFailedMessageIsTriedAgainByEachInstanceThatComesAfter() {
    receiver.answer(500, 500);
    parts.planChanged(partner);
    round();
    clock.forward(Duration.ofSeconds(3));
    round();
    assertThat(receiver.received()).as("not before 5 s").hasSize(1);
    clock.forward(Duration.ofSeconds(4));
    round();
    clock.forward(Duration.ofMinutes(6));
    round();

    assertThat(receiver.received()).hasSize(3).extracting(Receiver.Received::id).containsOnly(id());
    assertThat(receiver.received()).extracting(Receiver.Received::body).containsOnly(body());
    assertThat(receiver.received())
        .extracting(message -> message.header("webhook-timestamp"))
        .doesNotHaveDuplicates();
    assertThat(receiver.received()).allMatch(hook::signed);
    JsonPath delivery = hook.delivery();
    assertThat(delivery.getString("status")).isEqualTo("DELIVERED");
    assertThat(delivery.getList("tries.outcome"))
        .containsExactly("RECEIVER_FAILED", "RECEIVER_FAILED", "DELIVERED");
    assertThat(delivery.getList("tries.status")).containsExactly(500, 500, 204);
  }

  @Test
  void afterTenFailuresADeliveryHasFailedAndCanBeReplayed() {
    receiver.answer(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    parts.planChanged(partner);
    for (int i = 0; i < 12; i++) {
      round();
      clock.forward(Duration.ofHours(29));
    }
    assertThat(receiver.received()).hasSize(10);
    assertThat(hook.delivery().getString("status")).isEqualTo("FAILED");
    hook.get("").body("failingSince", notNullValue());

    hook.post("/deliveries/" + hook.delivery().getString("deliveryId") + "/replay")
        .then()
        .statusCode(202)
        .body("status", equalTo("PENDING"));
    round();

    assertThat(receiver.received())
        .hasSize(11)
        .extracting(Receiver.Received::id)
        .containsOnly(id());
    assertThat(hook.delivery().getString("status")).isEqualTo("DELIVERED");
    assertThat(hook.delivery().getList("tries")).hasSize(11);
    hook.get("").body("failingSince", nullValue());
  }

  @Test
  void whatAnInstanceBeganAndNeverEndedIsDoneByAnotherAfterItsLease() {
    parts.planChanged(partner);
    try (Instance dying = new Instance(parts, clock)) {
      receiver.hold();
      List<Future<?>> begun = dying.begin(partner.tenant());
      assertThat(begun).isNotEmpty();
      Awaitility.await().until(() -> receiver.received().size() == 1);
      round();
      assertThat(receiver.received()).as("while the lease lasts").hasSize(1);

      clock.forward(parts.config.lease().plusSeconds(1));
      try (Instance next = new Instance(parts, clock)) {
        List<Future<?>> again = next.begin();
        Awaitility.await().until(() -> receiver.received().size() == 2);
        receiver.release();
        again.forEach(WebhookDeliveryTest::await);
      }
      begun.forEach(WebhookDeliveryTest::await);
    }
    assertThat(receiver.received()).extracting(Receiver.Received::id).containsOnly(id());
    assertThat(hook.delivery().getString("status")).isEqualTo("DELIVERED");
    assertThat(hook.delivery().getInt("attempts")).isEqualTo(1);
  }

  @Test
  void afterARotationBothSecretsSignForADayAndThenTheNewOne() {
    Hook rotated = hook.rotated();
    parts.planChanged(partner);
    round();
    Receiver.Received both = receiver.received().getFirst();
    assertThat(Hook.signatures(both)).hasSize(2);
    assertThat(hook.signed(both) && rotated.signed(both)).isTrue();

    clock.forward(Duration.ofHours(24).plusSeconds(1));
    parts.planChanged(partner);
    round();
    Receiver.Received one = receiver.received().getLast();
    assertThat(Hook.signatures(one)).hasSize(1);
    assertThat(rotated.signed(one)).isTrue();
    assertThat(hook.signed(one)).isFalse();
  }

  @Test
  void aDeletedSecretSignsNoMore() {
    String old = hook.get("").extract().path("secrets[0].secretId");
    Hook rotated = hook.rotated();
    partner.with("webhooks:manage").delete(hook.path("/secrets/" + old)).then().statusCode(204);
    parts.planChanged(partner);
    round();

    Receiver.Received message = receiver.received().getFirst();
    assertThat(Hook.signatures(message)).hasSize(1);
    assertThat(rotated.signed(message)).isTrue();
  }

  @Test
  void goneDisablesAndEnabledAgainItGoesOnWhereItStopped() {
    receiver.answer(410);
    parts.planChanged(partner);
    round();
    hook.get("")
        .body("status", equalTo("DISABLED"))
        .body("disabled.reason", equalTo("GONE"))
        .body("disabled.at", notNullValue());
    hook.post("/test").then().statusCode(409).body("code", equalTo("WEBHOOK_DISABLED"));

    parts.planChanged(partner);
    clock.forward(Duration.ofDays(1));
    round();
    assertThat(receiver.received()).hasSize(1);

    hook.put("{\"url\": \"%s\", \"enabled\": true}".formatted(receiver.url()))
        .body("status", equalTo("ENABLED"));
    round();
    assertThat(receiver.received()).hasSize(3);
    hook.get("/deliveries").body("items.status", contains("DELIVERED", "DELIVERED"));
  }

  @Test
  void fiveDaysOfFailuresDisable() throws IOException {
    receiver.close();
    parts.planChanged(partner);
    parts.planChanged(partner);
    for (int i = 0; i < 22; i++) {
      round();
      round();
      clock.forward(Duration.ofHours(10));
    }
    parts.planChanged(partner);
    round();

    hook.get("").body("status", equalTo("DISABLED")).body("disabled.reason", equalTo("FAILING"));
    receiver = new Receiver();
  }

  @Test
  void aRedirectIsAFailureAndIsNotFollowed() throws IOException {
    try (Receiver inside = new Receiver()) {
      receiver.answer(302, "location", inside.url());
      parts.planChanged(partner);
      round();

      assertThat(inside.received()).isEmpty();
      assertThat(hook.delivery().getString("lastOutcome")).isEqualTo("REDIRECTED");
      assertThat(hook.delivery().getString("status")).isEqualTo("PENDING");
    }
  }

  @Test
  void aNameThatTurnsToThisMachineIsNotCalledWhereThatIsNotAllowed() {
    String url = "http://rebinding.example:" + receiver.port() + "/in";
    hook.put("{\"url\": \"%s\"}".formatted(url));
    parts.planChanged(partner);
    try (Instance strict =
        new Instance(
            parts,
            new TargetPolicy(false, true),
            (_, _) -> Optional.of(List.of(InetAddress.ofLiteral("127.0.0.1"))),
            clock)) {
      strict.round(partner.tenant());
    }

    assertThat(receiver.received()).isEmpty();
    assertThat(hook.delivery().getList("tries.outcome")).containsExactly("TARGET_REFUSED");
  }

  @Test
  void aMessageWhoseHostCouldNotBeAskedForIsPutBackAndNobodyIsBlamed() {
    parts.planChanged(partner);
    try (Instance busy = new Instance(parts, parts.policy, (_, _) -> Optional.empty(), clock)) {
      busy.round(partner.tenant());
      JsonPath delivery = hook.delivery();
      assertThat(delivery.getString("status")).isEqualTo("PENDING");
      assertThat(delivery.getInt("attempts")).isZero();
      assertThat(delivery.getList("tries")).isEmpty();
      hook.get("").body("failingSince", nullValue());
    }
    round();
    assertThat(receiver.received()).as("not at once").isEmpty();

    clock.forward(parts.config.putBackFor());
    round();
    assertThat(receiver.received()).hasSize(1);
    assertThat(hook.delivery().getInt("attempts")).isEqualTo(1);
  }

  @Test
  void manySlowReceiversOfATenantKeepNobodyElseWaiting() throws IOException {
    Partner other = new Partner(partner.tenant() + "-quick");
    List<Hook> slow = new ArrayList<>();
    try (Receiver quick = new Receiver();
        Instance instance = new Instance(parts, clock)) {
      Hook quickHook = Hook.at(other, quick.url());
      for (int i = 0; i < 4; i++) {
        slow.add(Hook.at(partner, receiver.url()));
      }
      receiver.hold();
      for (int i = 0; i < 4; i++) {
        parts.planChanged(partner);
      }
      List<Future<?>> begun = new ArrayList<>(instance.begin(partner.tenant()));
      Awaitility.await().until(() -> receiver.received().size() == Instance.PER_TENANT);
      parts.planChanged(other);
      begun.addAll(instance.begin(other.tenant()));
      Awaitility.await().until(() -> quick.received().size() == 1);
      assertThat(receiver.received()).as("the tenant's share").hasSize(Instance.PER_TENANT);

      receiver.release();
      begun.forEach(WebhookDeliveryTest::await);
      quickHook.delete();
    }
    slow.forEach(Hook::delete);
  }

  @Test
  void aReceiverThatAsksForAPauseGetsIt() {
    receiver.answer(503, "retry-after", "600");
    parts.planChanged(partner);
    round();
    hook.get("").body("pausedUntil", notNullValue());
    parts.planChanged(partner);
    clock.forward(Duration.ofMinutes(9));
    round();
    assertThat(receiver.received()).hasSize(1);

    clock.forward(Duration.ofMinutes(2));
    round();
    round();
    assertThat(receiver.received()).hasSize(3);
  }

  @Test
  void aSlowReceiverKeepsNobodyElseWaiting() throws IOException {
    Partner other = new Partner(partner.tenant() + "-quick");
    try (Receiver quick = new Receiver();
        Instance instance = new Instance(parts, clock)) {
      Hook quickHook = Hook.at(other, quick.url());
      receiver.hold();
      for (int i = 0; i < 20; i++) {
        parts.planChanged(partner);
      }
      List<Future<?>> begun = new ArrayList<>(instance.begin(partner.tenant()));
      Awaitility.await().until(() -> receiver.received().size() == parts.config.perEndpoint());
      parts.planChanged(other);
      begun.addAll(instance.begin(other.tenant()));
      Awaitility.await().until(() -> quick.received().size() == 1);
      begun.addAll(instance.begin());
      assertThat(receiver.received()).as("as many as it may have").hasSize(4);

      receiver.release();
      begun.forEach(WebhookDeliveryTest::await);
      for (int i = 0; i < 4; i++) {
        instance.round();
      }
      assertThat(receiver.received())
          .extracting(Receiver.Received::id)
          .hasSize(20)
          .doesNotHaveDuplicates();
      quickHook.delete();
    }
  }

  @Test
  void instancesShareTheWorkAndSendNothingTwice() throws IOException {
    for (int i = 0; i < 12; i++) {
      parts.planChanged(partner);
    }
    try (Instance one = new Instance(parts, clock);
        Instance two = new Instance(parts, clock)) {
      for (int i = 0; i < 6; i++) {
        List<Future<?>> begun = new ArrayList<>(one.begin(partner.tenant()));
        begun.addAll(two.begin(partner.tenant()));
        begun.forEach(WebhookDeliveryTest::await);
      }
    }
    assertThat(receiver.received())
        .extracting(Receiver.Received::id)
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @Test
  void aTestIsSentAndTellsHowItWent() {
    String delivery = hook.post("/test").then().statusCode(202).extract().path("deliveryId");
    round();

    hook.get("/deliveries/" + delivery)
        .body("status", equalTo("DELIVERED"))
        .body("type", equalTo("webhook.test"))
        .body("payload.type", equalTo("webhook.test"))
        .body("tries", hasSize(1));
    assertThat(hook.signed(receiver.received().getFirst())).isTrue();
  }

  @Test
  void secretsThatSignNoMoreGoWithTheLog() {
    hook.post("/secrets").then().statusCode(201);
    String secrets = "select count(*) from webhook_secret where endpoint_id::text = ?";

    parts.tidying.tidy(Instant.now());
    assertThat(Stored.column(secrets, hook.id())).containsExactly("2");

    parts.tidying.tidy(Instant.now().plus(parts.config.overlap()).plusSeconds(60));
    assertThat(Stored.column(secrets, hook.id())).containsExactly("1");
  }

  @Test
  void theLogForgetsWhatEndedLongAgoAndWhatWasDeleted() {
    parts.planChanged(partner);
    round();
    receiver.answer(500);
    parts.planChanged(partner);
    round();
    parts.tidying.tidy(clock.instant().minusSeconds(3600));
    hook.get("/deliveries").body("items", hasSize(2));

    parts.tidying.tidy(clock.instant().plusSeconds(1));
    hook.get("/deliveries").body("items.status", contains("PENDING"));

    Hook gone = hook;
    hook = Hook.at(partner, receiver.url());
    gone.delete();
    parts.tidying.tidy(clock.instant().minusSeconds(3600));
    for (String table : List.of("delivery", "progress", "secret")) {
      assertThat(
              Stored.column(
                  "select id_or_not from (select endpoint_id::text as id_or_not from webhook_"
                      + table
                      + ") rows where id_or_not = ?",
                  gone.id()))
          .as(table)
          .isEmpty();
    }
    assertThat(Stored.column("select id from webhook_endpoint where id::text = ?", gone.id()))
        .isEmpty();
  }

  @Test
  void metricsCountAttemptsAndNameNobody() {
    parts.planChanged(partner);
    round();

    String metrics =
        io.restassured.RestAssured.given().get("/q/metrics").then().extract().asString();
    assertThat(metrics)
        .contains("backstep_webhook_attempts_seconds_count{outcome=\"delivered\"}")
        .contains("backstep_webhook_pending")
        .contains("backstep_webhook_oldest_age_seconds")
        .doesNotContain(partner.tenant())
        .doesNotContain(":" + receiver.port())
        .doesNotContain("/in\"");
  }

  private String id() {
    return receiver.received().getFirst().id();
  }

  private String body() {
    return receiver.received().getFirst().body();
  }

  private static void await(Future<?> attempt) {
    Awaitility.await().until(attempt::isDone);
  }
}
