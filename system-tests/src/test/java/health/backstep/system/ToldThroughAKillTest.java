package health.backstep.system;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** plan-service is killed while partners follow: nobody misses a change, no message is lost. */
@Timeout(300)
class ToldThroughAKillTest {

  private static final Duration SENT_AGAIN_WITHIN = Duration.ofMinutes(3);

  @Test
  void a_stream_goes_on_where_it_was_when_the_service_died() throws Exception {
    ChangeStream.Change seen;
    UUID unread;
    try (ChangeStream stream = ChangeStream.after(latest())) {
      Patient.withPlan();
      seen = stream.next();
      unread = Patient.withPlan().id();
      Platform.stack().kill(PLAN);
    }
    Platform.stack().start(PLAN);
    UUID later = Patient.withPlan().id();

    List<ChangeStream.Change> missed = new ArrayList<>();
    try (ChangeStream stream = ChangeStream.after(seen.cursor())) {
      do {
        missed.add(stream.next());
      } while (!missed.getLast().patientId().equals(later));
    }
    assertThat(missed).extracting(ChangeStream.Change::patientId).contains(unread, later);
    assertThat(missed)
        .extracting(ChangeStream.Change::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(seen.number() + 1, missed.getLast().number()).boxed().toList());
  }

  @Test
  void a_webhook_that_was_not_taken_is_sent_again_when_the_service_is_back() throws Exception {
    List<String> refused = new CopyOnWriteArrayList<>();
    List<String> taken = new CopyOnWriteArrayList<>();
    HttpServer receiver = receiver(refused);
    String webhook =
        Platform.to(PLAN)
            .body("{\"url\": \"http://127.0.0.1:%d/\"}".formatted(receiver.getAddress().getPort()))
            .post("/v1/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .path("webhookId");
    Patient.withPlan();
    await().atMost(SENT_AGAIN_WITHIN).until(() -> !refused.isEmpty());

    Platform.stack().kill(PLAN);
    answers(receiver, 204, taken);
    Platform.stack().start(PLAN);

    await().atMost(SENT_AGAIN_WITHIN).until(() -> taken.contains(refused.getFirst()));
    assertThat(taken).doesNotHaveDuplicates();
    Platform.to(PLAN).delete("/v1/webhooks/" + webhook).then().statusCode(204);
    receiver.stop(0);
  }

  private static String latest() {
    return Platform.to(PLAN).get("/v1/changes?cursor=latest").path("nextCursor");
  }

  private static HttpServer receiver(List<String> refused) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/");
    answers(server, 503, refused);
    server.start();
    return server;
  }

  /** From now on every message is answered so and noted there by its id. */
  private static void answers(HttpServer receiver, int status, List<String> messages) {
    receiver.removeContext("/");
    receiver.createContext(
        "/",
        call -> {
          messages.add(call.getRequestHeaders().getFirst("webhook-id"));
          call.sendResponseHeaders(status, -1);
          call.close();
        });
  }
}
