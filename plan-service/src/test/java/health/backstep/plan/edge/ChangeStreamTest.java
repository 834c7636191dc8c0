package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happened to a partner's patients, as it happens. */
@PlanComponentTest
class ChangeStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Not the common pool, which may have one thread only. */
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  @Inject Happenings happenings;
  @Inject MeterRegistry metrics;

  private final Partner partner = new Partner("stream-" + UUID.randomUUID());

  @Test
  void aChangeComesAsAnEventWithTheFeedsCursorAsItsId() {
    UUID event = happenings.happen(partner);
    try (EventStream stream = EventStream.open(partner, "", "")) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.message().retry()).isEqualTo("3000");

      EventStream.Message message = stream.event();

      assertThat(message.name()).isEqualTo("plan.changed");
      JsonPath change = JsonPath.from(message.data());
      assertThat(change.getString("eventId")).isEqualTo(event.toString());
      assertThat(change.getMap("$")).isEqualTo(new Feed(partner).next("").getMap("items[0]"));
      partner
          .request()
          .get("/v1/changes?cursor=" + message.id())
          .then()
          .statusCode(200)
          .body("items", org.hamcrest.Matchers.empty());
    }
  }

  @Test
  void changesOfThisAndOfOtherInstancesReachAnOpenStream() {
    try (EventStream stream = EventStream.open(partner, "", "")) {
      stream.message();

      UUID here = happenings.happen(partner);
      assertThat(eventOf(stream.event())).isEqualTo(here);

      Happenings.elsewhere(partner, 2);
      assertThat(number(stream.event())).isEqualTo(2);
      assertThat(number(stream.event())).isEqualTo(3);
    }
  }

  @Test
  void aReaderThatIsKilledAgainAndAgainSeesEveryChangeOnceAndInOrder() {
    int changes = 300;
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < changes; i++) {
                happenings.happen(partner);
              }
            },
            THREADS);
    List<Long> seen = new ArrayList<>();
    String last = "";
    while (seen.size() < changes) {
      try (EventStream stream = EventStream.open(partner, "", last)) {
        for (int i = 0; i < 37 && seen.size() < changes; i++) {
          EventStream.Message message = stream.event();
          seen.add(number(message));
          last = message.id();
        }
      }
    }
    writing.join();

    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, changes).boxed().toList());
  }

  @Test
  void theLastEventsIdGoesBeforeTheCursorOfTheFirstAddress() {
    happenings.happen(partner);
    String first = new Feed(partner).next("limit=1").getString("nextCursor");
    UUID second = happenings.happen(partner);

    try (EventStream stream = EventStream.open(partner, "cursor=YzA", first)) {
      assertThat(eventOf(stream.event())).isEqualTo(second);
    }
  }

  @Test
  void aQuietStreamShowsThatItIsAliveAndWhereItIs() {
    happenings.happen(partner);
    try (EventStream stream = EventStream.open(partner, "type=review.asked", "")) {
      stream.message();

      EventStream.Message sign = stream.message();

      assertThat(sign.comment()).isEqualTo("alive");
      assertThat(sign.data()).isEmpty();
      assertThat(new Feed(partner).fromNowOn().cursor()).isEqualTo(sign.id());
    }
  }

  @Test
  void aStreamEndsWithItsToken() {
    String token = partner.token(Set.of("changes:read"), Duration.ofSeconds(5));
    try (EventStream stream = EventStream.open(token, "", "")) {
      EventStream.Message message = stream.message();
      while (!message.equals(EventStream.Message.END)) {
        message = stream.message();
      }
    }
    openStreamsBecome(0);
    nobodyListensAnyMore();
  }

  @Test
  void aReaderThatHasGoneIsWokenNoMore() {
    try (EventStream stream = EventStream.open(partner, "", "")) {
      stream.message();
      assertThat(metrics.get("backstep.changes.listeners").gauge().value()).isPositive();
    }
    nobodyListensAnyMore();
  }

  @Test
  void aTenantsStreamsAreBoundedAndAClosedOneMakesRoom() {
    List<EventStream> open = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      open.add(EventStream.open(partner, "", ""));
    }
    try {
      assertThat(open).allMatch(stream -> stream.status() == 200);
      Refusal.of(
              partner.tenant(),
              () -> partner.request().get("/v1/changes/stream"),
              429,
              "TOO_MANY_WAITING")
          .header("Retry-After", "1");
    } finally {
      open.forEach(EventStream::close);
    }
    openStreamsBecome(0);
    try (EventStream again = EventStream.open(partner, "", "")) {
      assertThat(again.status()).isEqualTo(200);
    }
  }

  @Test
  void aCursorThatIsNoneIsRefusedBeforeTheStreamBegins() {
    Refusal.of(
        partner.tenant(),
        () -> partner.request().header("Last-Event-ID", "rubbish").get("/v1/changes/stream"),
        400,
        "CURSOR_UNKNOWN");
  }

  @Test
  void aReaderThatDoesNotReadKeepsNoChangesInMemory() throws IOException {
    int changes = 60_000;
    Happenings.elsewhere(partner, changes);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> new Feed(partner).next("limit=1").getList("items").size() == 1);
    double before = streamed();
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("localhost", RestAssured.port));
      String token = partner.token(Set.of("changes:read"), Duration.ofHours(1));
      String request =
          "GET /v1/changes/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\nAccept: text/event-stream\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      double stalled = stalledAt(before);

      assertThat(stalled - before).isBetween(1.0, changes / 2.0);
      InputStream body = socket.getInputStream();
      body.readNBytes(1 << 20);
      Awaitility.await().atMost(PATIENCE).until(() -> streamed() > stalled);
    }
  }

  /** What has been handed to streams once it has grown and then not for seconds. */
  private double stalledAt(double before) {
    double[] last = {-1};
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              double now = streamed();
              boolean stalled = now > before && now == last[0];
              last[0] = now;
              return stalled;
            });
    return last[0];
  }

  private double streamed() {
    return metrics.counter("backstep.changes.streamed").count();
  }

  private void openStreamsBecome(int open) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> metrics.get("backstep.calls.held").gauge().value() == open);
  }

  private void nobodyListensAnyMore() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> metrics.get("backstep.changes.listeners").gauge().value() == 0);
  }

  private static UUID eventOf(EventStream.Message message) {
    return UUID.fromString(JsonPath.from(message.data()).getString("eventId"));
  }

  private static long number(EventStream.Message message) {
    return JsonPath.from(message.data()).getLong("number");
  }
}
