package health.backstep.faults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {

  /** What the app draws: whether it crashes, and then whether it sends twice. */
  private static final List<Double> CALM = List.of(0.5, 0.5);

  private static final List<Double> CRASHES = List.of(0.0, 0.5);

  private static final List<Double> SENDS_TWICE = List.of(0.5, 0.0);

  private static final int BREAKS_OFF = 0;

  private final Journal journal = new Journal();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void whatWasRefusedForTheMomentIsSentAgainWithTheSameKeyAndBody() {
    statuses.addAll(List.of(503, 503, 201));

    Optional<Attempt.Answer> answer = app(CALM).write(ask());

    assertThat(answer.map(Attempt.Answer::status)).contains(201);
    assertThat(journal.attempts())
        .hasSize(3)
        .extracting(Attempt::key, Attempt::body)
        .containsOnly(tuple("key-1", "{\"a\": 1}"));
  }

  @Test
  void anUnknownOutcomeIsNotedAndAskedFor() {
    statuses.addAll(List.of(BREAKS_OFF, 201));

    app(CALM).write(ask());

    assertThat(journal.attempts())
        .extracting(attempt -> attempt.answer().isPresent())
        .containsExactly(false, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void whatAProxySaysForAServiceThatDidNotAnswerIsAnUnknownOutcome(int status) {
    statuses.addAll(List.of(status, 201));

    app(CALM).write(ask());

    assertThat(journal.attempts())
        .extracting(attempt -> attempt.answer().isPresent())
        .containsExactly(false, true);
  }

  @Test
  void anAppThatCrashesNeverAsksAgain() {
    statuses.addAll(List.of(BREAKS_OFF, 201));

    assertThat(app(CRASHES).write(ask())).isEmpty();
    assertThat(journal.attempts()).hasSize(1);
  }

  @Test
  void sendingTwiceAtOnceIsTwoAttemptsWithOneKey() {
    statuses.addAll(List.of(201, 201));

    app(SENDS_TWICE).write(ask());

    await().until(() -> journal.size() == 2);
    assertThat(journal.attempts()).extracting(Attempt::key).containsOnly("key-1");
  }

  @Test
  void aRefusalIsAnAnswer() {
    statuses.add(422);

    assertThat(app(CALM).write(ask()).map(Attempt.Answer::status)).contains(422);
    assertThat(journal.attempts()).hasSize(1);
  }

  @Test
  void somethingAnsweredIsRepeatedWithItsKey() {
    statuses.addAll(List.of(201, 201));
    App app = app(CALM);
    app.write(ask());

    app.repeatSomething();

    assertThat(journal.attempts()).hasSize(2).extracting(Attempt::key).containsOnly("key-1");
  }

  private App app(List<Double> draws) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Gateway gateway = new Gateway(_ -> List.of(url), tenant -> "token", journal, Clock.systemUTC());
    return new App(gateway, drawing(draws));
  }

  private static RandomGenerator drawing(List<Double> draws) {
    Iterator<Double> next = draws.iterator();
    SplittableRandom random = new SplittableRandom(1);
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return random.nextLong();
      }

      @Override
      public double nextDouble() {
        return next.next();
      }
    };
  }

  private static Ask ask() {
    return new Ask(
        "north-clinic",
        new UUID(1, 1),
        ServiceName.SESSION,
        "POST sessions",
        "/v1/patients/x/sessions",
        "key-1",
        "{\"a\": 1}",
        Optional.empty());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Integer status = statuses.poll();
    if (status == null || status == BREAKS_OFF) {
      exchange.close();
      return;
    }
    if (status == 503) {
      exchange.getResponseHeaders().add("Retry-After", "0");
    }
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
