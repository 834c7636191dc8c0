package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.Partner;
import health.backstep.plan.change.edge.ChangeSignals;
import health.backstep.plan.edge.PlanComponentTest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What delivers in a running service, on the clock of the wall. */
@PlanComponentTest
class CourierTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Parts parts;
  @Inject ChangeSignals signals;
  @Inject Clock clock;

  @Test
  void changesAreSentWhileItRunsAndTheRestWhenTheNextOneDoes() throws IOException {
    Partner partner = new Partner("courier");
    try (Receiver receiver = new Receiver()) {
      Hook hook = Hook.at(partner, receiver.url());
      receiver.answer(503);
      try (Running _ = new Running(courier())) {
        parts.planChanged(partner);
        Awaitility.await().atMost(SOON).until(() -> receiver.received().size() == 2);
      }
      IntStream.range(0, 10).forEach(_ -> parts.planChanged(partner));
      try (Running _ = new Running(courier())) {
        Awaitility.await().atMost(SOON).until(() -> receiver.received().size() == 12);
      }

      assertThat(receiver.received().stream().map(Receiver.Received::id).distinct()).hasSize(11);
      assertThat(receiver.received()).allMatch(hook::signed);
      hook.delete();
    }
  }

  /** Whatever becomes of the test, it delivers no further. */
  private record Running(Courier courier) implements AutoCloseable {
    Running {
      courier.start(new StartupEvent());
    }

    @Override
    public void close() {
      try {
        courier.stop(new ShutdownEvent());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Courier courier() {
    return new Courier(
        delivering(parts.config),
        parts.policy,
        parts.names,
        parts.overview,
        parts.added,
        parts.claims,
        parts.ends,
        parts.metrics,
        signals,
        clock);
  }

  private static WebhookConfig delivering(WebhookConfig config) {
    return (WebhookConfig)
        Proxy.newProxyInstance(
            WebhookConfig.class.getClassLoader(),
            new Class<?>[] {WebhookConfig.class},
            (_, method, arguments) ->
                method.getName().equals("deliver") ? true : method.invoke(config, arguments));
  }
}
