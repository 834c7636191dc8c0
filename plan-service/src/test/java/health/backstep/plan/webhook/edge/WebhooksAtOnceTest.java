package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.plan.edge.PlanComponentTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Of calls for the same webhook that come in one moment, each finds what those before it left. */
@PlanComponentTest
class WebhooksAtOnceTest {

  private static final int CALLS = 6;
  private static final int ROUNDS = 10;
  private static final int MOST_WEBHOOKS = 50;
  private static final String URL = "https://partner.example/in";

  private final Partner partner =
      new Partner("at-once-" + UUID.randomUUID().toString().substring(24));

  private Hook hook;

  @BeforeEach
  void make() {
    hook = Hook.at(partner, URL);
  }

  @RepeatedTest(ROUNDS)
  void aSecretEndsOnce() {
    String first = hook.get("").extract().path("secrets[0].secretId");
    hook.rotated();

    assertThat(statuses(() -> delete("/secrets/" + first)))
        .containsOnlyOnce(204)
        .containsOnly(204, 404);
  }

  @RepeatedTest(ROUNDS)
  void aWebhookEndsOnce() {
    assertThat(statuses(() -> delete(""))).containsOnlyOnce(204).containsOnly(204, 404);
  }

  @RepeatedTest(ROUNDS)
  void fiveSecretsSignAtMostAndOneOfThemStays() {
    assertThat(statuses(() -> hook.post("/secrets"))).containsOnly(201, 409).contains(409);

    List<String> ends = hook.get("").extract().path("secrets.expiresAt");
    assertThat(ends).hasSize(5).containsOnlyOnce((String) null);
  }

  @Test
  void aTenantHasNoMoreWebhooksThanItMay() {
    for (int more = CALLS; more < MOST_WEBHOOKS; more++) {
      hook = Hook.at(partner, URL);
    }

    assertThat(statuses(this::create)).containsOnlyOnce(409).containsOnly(201, 409);
  }

  private Response create() {
    return partner
        .with("webhooks:manage")
        .body("{\"url\": \"%s\"}".formatted(URL))
        .post("/v1/webhooks");
  }

  private Response delete(String rest) {
    return partner.with("webhooks:manage").delete(hook.path(rest));
  }

  private static List<Integer> statuses(Supplier<Response> call) {
    return AtOnce.run(CALLS, call::get).stream().map(Response::statusCode).toList();
  }
}
