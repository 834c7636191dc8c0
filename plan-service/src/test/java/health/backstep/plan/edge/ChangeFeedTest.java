package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to a partner's patients, read page by page. */
@PlanComponentTest
class ChangeFeedTest {

  /** Not the common pool, which may have one thread only. */
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  @Inject Happenings happenings;

  private final Partner partner = new Partner("feed-" + UUID.randomUUID());
  private final Feed feed = new Feed(partner);

  @Test
  void everyVersionOfAPlanIsAChangeThatSaysWhereToReadIt() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope flare = patient.flare("MODERATE", "bridge");
    patient.planAfter(flare);

    JsonPath page = feed.next("type=plan.changed");

    assertThat(page.getList("items.type", String.class))
        .containsExactly("plan.changed", "plan.changed");
    assertThat(page.getList("items.number", Long.class)).startsWith(1L).isSorted();
    assertThat(page.getString("items[1].patientId")).isEqualTo(patient.id().toString());
    assertThat(page.getInt("items[1].planVersion")).isEqualTo(2);
    assertThat(page.getString("items[1].eventId")).isEqualTo(flare.id().toString());
    assertThat(page.getString("items[1].occurredAt")).isNotBlank();
    assertThat(page.getString("items[1].id")).hasSize(36);
    for (String link : List.of("plan", "version", "diff")) {
      partner.request().get(page.getString("items[1].links." + link)).then().statusCode(200);
    }
    partner
        .request()
        .get(page.getString("items[1].links.version"))
        .then()
        .body("version", equalTo(2));
  }

  @Test
  void aChangeHoldsNothingButIdsLinksAndTimes() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("SEVERE", "bridge"));

    List<Map<String, Object>> items = feed.next("type=plan.changed").getList("items");

    assertThat(items).isNotEmpty();
    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(item)
                    .containsOnlyKeys(
                        "id",
                        "number",
                        "type",
                        "patientId",
                        "planVersion",
                        "eventId",
                        "occurredAt",
                        "links"));
  }

  @Test
  void aChangeWhoseTransactionTookLongerComesAfterThoseThatWereReadMeanwhile() {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    CompletableFuture<UUID> slow =
        CompletableFuture.supplyAsync(
            () ->
                happenings.happen(
                    partner,
                    () -> {
                      written.countDown();
                      await(mayCommit);
                    }),
            THREADS);
    await(written);
    UUID quick = happenings.happen(partner);

    List<UUID> read = feed.events(10);
    mayCommit.countDown();
    UUID late = slow.join();

    assertThat(read).containsExactly(quick);
    assertThat(feed.events(10)).containsExactly(late);
    assertThat(feed.events(10)).isEmpty();
    assertThat(new Feed(partner).events(10)).containsExactly(quick, late);
    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  void aChangeOfARolledBackTransactionIsNoneAndTakesNoNumber() {
    happenings.happen(partner);
    try {
      happenings.happen(
          partner,
          () -> {
            throw new IllegalStateException("undone");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("undone");
    }
    happenings.happen(partner);

    assertThat(feed.events(10)).hasSize(2);
    assertThat(numbers()).containsExactly(1L, 2L);
  }

  @Test
  void manyWritersAndReadersAtOnceLeaveNoGapAndNothingTwice() {
    int writers = 8;
    int each = 40;
    CompletableFuture<List<UUID>> reading =
        CompletableFuture.supplyAsync(() -> read(writers * each), THREADS);

    List<UUID> written =
        AtOnce.run(
                writers,
                () -> {
                  List<UUID> own = new ArrayList<>();
                  for (int i = 0; i < each; i++) {
                    own.add(happenings.happen(partner));
                    new Feed(partner).next("limit=1");
                  }
                  return own;
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(reading.join()).doesNotHaveDuplicates().hasSameElementsAs(written);
    assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, written.size()).boxed().toList());
  }

  @Test
  void pagesGoOnWhereTheyEndedWhileNewChangesCome() {
    List<UUID> written = new ArrayList<>();
    List<UUID> read = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      written.add(happenings.happen(partner));
      written.add(happenings.happen(partner));
      read.addAll(feed.next("limit=1").getList("items.eventId", UUID.class));
    }
    read.addAll(feed.events(2));

    assertThat(read).isEqualTo(written);
  }

  @Test
  void anotherTenantsChangesAreNeverSeen() {
    Partner other = new Partner("feed-" + UUID.randomUUID());
    happenings.happen(other);
    UUID own = happenings.happen(partner);

    assertThat(feed.events(10)).containsExactly(own);
  }

  @Test
  void latestBeginsNow() {
    happenings.happen(partner);
    Feed now = feed.fromNowOn();

    UUID next = happenings.happen(partner);

    assertThat(now.events(10)).containsExactly(next);
  }

  @Test
  void onlyTheTypesThatAreAskedForAreShownAndTheCursorPassesTheOthers() {
    happenings.happen(partner);

    JsonPath none = feed.next("type=review.asked&type=check-in.due");

    assertThat(none.getList("items")).isEmpty();
    assertThat(feed.next("").getList("items")).isEmpty();
    assertThat(new Feed(partner).next("type=plan.changed").getList("items")).hasSize(1);
  }

  @Test
  void aReaderWhoWaitsIsAnsweredAsSoonAsSomethingHappens() {
    CompletableFuture<JsonPath> waiting =
        CompletableFuture.supplyAsync(() -> feed.next("wait=PT30S"), THREADS);

    UUID event = happenings.happen(partner);

    assertThat(waiting.join().getList("items.eventId", UUID.class)).containsExactly(event);
  }

  @Test
  void aReaderWhoWaitsIsAlsoToldOfWhatAnotherInstanceWrote() {
    CompletableFuture<JsonPath> waiting =
        CompletableFuture.supplyAsync(() -> feed.next("wait=PT30S"), THREADS);

    Happenings.elsewhere(partner, 1);

    assertThat(waiting.join().getList("items")).hasSize(1);
  }

  @Test
  void whatNobodyReadsIsNumberedByItself() {
    Happenings.elsewhere(partner, 3);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> numbers().equals(List.of(1L, 2L, 3L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-cursor", "YzE", "!", "Yy0x", "YzAx"})
  void aCursorThatIsNoneOfTheFeedsIsRefused(String cursor) {
    Refusal.of(
        partner.tenant(),
        () -> partner.request().get("/v1/changes?cursor=" + cursor),
        400,
        "CURSOR_UNKNOWN");
  }

  @Test
  void anUnknownTypeLimitOrWaitIsRefused() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "type=plan", "INVALID_REQUEST",
                "limit=0", "LIMIT_OUT_OF_RANGE",
                "limit=201", "LIMIT_OUT_OF_RANGE",
                "wait=soon", "WAIT_MALFORMED")
            .entrySet()) {
      Refusal.of(
          partner.tenant(),
          () -> partner.request().get("/v1/changes?" + wrong.getKey()),
          400,
          wrong.getValue());
    }
  }

  @Test
  void theFeedNeedsItsScope() {
    partner.with("plans:read").get("/v1/changes").then().statusCode(403);
    partner.with("plans:read").get("/v1/changes/stream").then().statusCode(403);
  }

  private List<UUID> read(int changes) {
    Feed reader = new Feed(partner);
    List<UUID> read = new ArrayList<>();
    while (read.size() < changes) {
      read.addAll(reader.next("limit=7&wait=PT30S").getList("items.eventId", UUID.class));
    }
    read.addAll(reader.events(50));
    return read;
  }

  private List<Long> numbers() {
    return Stored.column(
            "select number from change where tenant = ? order by number", partner.tenant())
        .stream()
        .map(number -> number == null ? -1 : Long.parseLong(number))
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
