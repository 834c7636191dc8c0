package health.backstep.backbone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More calls than an instance can take cost it nothing that it could have given to the others. */
class OverloadTest {

  private static final int LIMIT = 8;
  private static final Duration WORK = Duration.ofMillis(200);
  private static final int CAPACITY_PER_SECOND = (int) (LIMIT * 1_000 / WORK.toMillis());
  private static final int SECONDS = 5;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger mostWorking = new AtomicInteger();
  private final Server server =
      new Server(
          router -> {
            new Overload(
                    Server.problems(), new Limits(LIMIT, 10, 10, 10, 10, 10, 10, WORK), metrics)
                .guard(router);
            router.get("/v1/work").handler(this::work);
            router.get("/v1/slow").handler(OverloadTest::keepTheLoop);
            router.get("/v1/broken").handler(OverloadTest::fail);
            router.get("/q/health").handler(call -> call.end("UP"));
          });

  record Limits(
      int limit,
      int held,
      int heldByTenant,
      int longCalls,
      int longCallsByTenant,
      int largeCalls,
      int largeCallsByTenant,
      Duration largeAnswerWithin)
      implements ConcurrencyConfig {}

  record Answered(HttpResponse<String> answer, long millis) {}

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void underThreeTimesTheLoadItServesWhatItCanAndRefusesTheRestQuickly() {
    List<Answered> answers = load(3 * CAPACITY_PER_SECOND, SECONDS);

    List<Answered> served = with(200, answers);
    List<Answered> refused = with(503, answers);
    assertThat(served.size() + refused.size()).isEqualTo(answers.size());
    assertThat(served.size())
        .isBetween(CAPACITY_PER_SECOND * SECONDS * 7 / 10, CAPACITY_PER_SECOND * (SECONDS + 1));
    assertThat(p99(refused)).isLessThan(WORK.toMillis());
    assertThat(mostWorking).hasValueLessThanOrEqualTo(LIMIT);
    assertThat(refused.getFirst().answer().headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused.getFirst().answer().body()).contains("\"code\":\"OVERLOADED\"");
    assertThat(metrics.get("backstep.calls.refused").counter().count()).isEqualTo(refused.size());
  }

  @Test
  void callsThatStoodTooLongBeforeTheLoopAreRefusedAndTheNextIsNot() {
    int calls = 20 * LIMIT;
    List<CompletableFuture<HttpResponse<String>>> atOnce =
        IntStream.range(0, calls).mapToObj(call -> server.get("/v1/slow")).toList();

    List<Integer> statuses =
        atOnce.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
    assertThat(statuses).containsOnly(200, 503);
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeGreaterThan(Turn.AT_LEAST);
    assertThat(server.get("/v1/slow").join().statusCode()).isEqualTo(200);
  }

  @Test
  void whatOperatorsAskIsAnsweredWhenAllPlacesAreTaken() {
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 3 * LIMIT; i++) {
      calls.add(server.get("/v1/work"));
    }

    assertThat(server.get("/q/health").join().statusCode()).isEqualTo(200);
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    awaitNoneAtWork();
  }

  @Test
  void aCallThatFailsGivesItsPlaceBack() {
    for (int call = 0; call < 3 * LIMIT; call++) {
      assertThat(server.get("/v1/broken").join().statusCode()).isEqualTo(500);
    }

    awaitNoneAtWork();
  }

  /** A place is given back once the answer is out: the caller may be quicker. */
  private void awaitNoneAtWork() {
    await().until(() -> metrics.get("backstep.calls.at.work").gauge().value() == 0);
  }

  /** As a machine does that has too much to do. */
  private static void keepTheLoop(RoutingContext call) {
    long until = System.nanoTime() + Turn.LONGEST.toNanos() / 10;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    call.end("done");
  }

  private static void fail(RoutingContext call) {
    throw new IllegalStateException("broken on purpose: " + call.request().path());
  }

  private void work(RoutingContext call) {
    mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
    call.vertx()
        .setTimer(
            WORK.toMillis(),
            id -> {
              working.decrementAndGet();
              call.end("done");
            });
  }

  private List<Answered> load(int perSecond, int seconds) {
    List<CompletableFuture<Answered>> calls = new ArrayList<>();
    for (int call = 0; call < perSecond * seconds; call++) {
      Executor then =
          CompletableFuture.delayedExecutor(call * 1_000_000L / perSecond, TimeUnit.MICROSECONDS);
      calls.add(CompletableFuture.runAsync(() -> {}, then).thenCompose(now -> send()));
    }
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Answered> send() {
    long begun = System.nanoTime();
    return server
        .get("/v1/work")
        .thenApply(
            answer -> new Answered(answer, Duration.ofNanos(System.nanoTime() - begun).toMillis()));
  }

  private static List<Answered> with(int status, List<Answered> answers) {
    return answers.stream().filter(each -> each.answer().statusCode() == status).toList();
  }

  private static long p99(List<Answered> answers) {
    List<Long> sorted = answers.stream().map(Answered::millis).sorted().toList();
    return sorted.get(sorted.size() * 99 / 100);
  }
}
