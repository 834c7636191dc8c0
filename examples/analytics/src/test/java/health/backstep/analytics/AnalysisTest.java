package health.backstep.analytics;

import static health.backstep.analytics.Sent.PATIENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.analytics.Completeness.Gap;
import health.backstep.analytics.Sequences.Range;
import health.backstep.contracts.EventSchemas;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is made of the records of the topics, whatever happens to them on the way. */
class AnalysisTest {

  private static final EventStream SESSIONS = new EventStream("/session-service", PATIENT);

  private final Analysis analysis = new Analysis(ZoneOffset.UTC);

  @Test
  void everythingThatComesOnceIsCountedOnceAndComplete() {
    take(aWeek());

    assertThat(analysis.gaps()).isEmpty();
    assertThat(total(Count.SESSIONS)).isEqualTo(4);
    assertThat(total(Count.FLARES_MODERATE)).isZero();
    assertThat(total(Count.FLARES_SEVERE)).isEqualTo(1);
    assertThat(total(Count.REGRESSIONS)).isEqualTo(2);
    assertThat(total(Count.RESTORES)).isEqualTo(1);
    assertThat(total(Count.NEW_PATIENTS)).isEqualTo(1);
  }

  @Test
  void aRebuiltTopicBringsEverythingAgainAndChangesNoFigure() {
    take(aWeek());
    String once = Tables.daily(analysis.series());

    take(aWeek());

    assertThat(Tables.daily(analysis.series())).isEqualTo(once);
    assertThat(analysis.gaps()).isEmpty();
    assertThat(analysis.summary()).contains("11 events", "11 duplicates");
  }

  @Test
  void theOrderInWhichPartitionsAreReadChangesNoFigure() {
    take(aWeek());
    List<ConsumerRecord<byte[], byte[]>> shuffled = new ArrayList<>(aWeek());
    Collections.shuffle(shuffled, new Random(4));
    Analysis other = new Analysis(ZoneOffset.UTC);

    shuffled.forEach(received -> other.take(received, false));

    assertThat(Tables.daily(other.series())).isEqualTo(Tables.daily(analysis.series()));
    assertThat(other.gaps()).isEmpty();
  }

  @Test
  void aRecordThatNeverCameIsAGap() {
    List<ConsumerRecord<byte[], byte[]>> week = new ArrayList<>(aWeek());
    week.removeIf(
        received -> text(received, "ce_sequence").equals("3") && isOf(received, SESSIONS));

    take(week);

    assertThat(analysis.gaps()).containsExactly(new Gap(SESSIONS, new Range(3, 3)));
    assertThat(Tables.missing(analysis.gaps()))
        .isEqualTo(
            "source,patient,from_sequence,to_sequence\n/session-service,%s,3,3\n"
                .formatted(PATIENT));
  }

  @Test
  void aLateBeginningIsAGapUnlessKafkaHasRemovedTheOldRecords() {
    Sent sender = Sent.bySession();
    sender.session("2026-11-01T08:00:00Z");
    ConsumerRecord<byte[], byte[]> second = sender.session("2026-11-02T08:00:00Z");
    Analysis removed = new Analysis(ZoneOffset.UTC);

    analysis.take(second, false);
    removed.take(second, true);

    assertThat(analysis.gaps()).containsExactly(new Gap(SESSIONS, new Range(1, 1)));
    assertThat(removed.gaps()).isEmpty();
    assertThat(removed.summary()).contains("the first events of 1 streams are past retention");
  }

  @Test
  void aTypeThatCameLaterIsTakenInAndNotCounted() {
    Sent sender = Sent.bySession();
    analysis.take(sender.session("2026-11-01T08:00:00Z"), false);
    analysis.take(
        sender.next("pt.session.walk-recorded.v1", "2026-11-01T09:00:00Z", "{\"steps\": 12}"),
        false);
    analysis.take(sender.session("2026-11-01T10:00:00Z"), false);

    assertThat(analysis.gaps()).isEmpty();
    assertThat(total(Count.SESSIONS)).isEqualTo(2);
  }

  @Test
  void aSeverityThatCameLaterIsCountedAsUnknown() {
    analysis.take(
        Sent.bySession().flare("a", "OPENED", "UNBEARABLE", "2026-11-01T08:00:00Z"), false);

    assertThat(total(Count.FLARES_UNKNOWN)).isEqualTo(1);
  }

  @Test
  void anEventThatCannotBeReadIsMissingUntilItComesWhole() {
    Sent sender = Sent.bySession();
    Map<String, String> headers =
        sender.headers("pt.session.session-recorded.v1", "2026-11-01T08:00:00Z");
    analysis.take(sender.record(headers, "{\"startedAt\":".getBytes(UTF_8)), false);
    analysis.take(sender.session("2026-11-02T08:00:00Z"), false);
    assertThat(analysis.gaps()).containsExactly(new Gap(SESSIONS, new Range(1, 1)));

    analysis.take(Sent.bySession().session("2026-11-01T08:00:00Z"), false);

    assertThat(analysis.gaps()).isEmpty();
    assertThat(total(Count.SESSIONS)).isEqualTo(2);
  }

  @Test
  void aRecordWithoutHeadersIsPassedOver() {
    analysis.take(Sent.bySession().record(Map.of(), null), false);

    assertThat(analysis.summary()).contains("0 events", "could not read 1 records");
    assertThat(analysis.gaps()).isEmpty();
  }

  @Test
  void everyGoldenExampleOfTheContractIsTakenIn() {
    List<String> types =
        EventSchemas.types().stream().filter(type -> !type.equals("pt.plan.state.v1")).toList();
    long examples = 0;
    for (String type : types) {
      for (byte[] example : EventSchemas.examples(type)) {
        Sent sender = Sent.by(type.split("\\.", -1)[1], UUID.randomUUID());
        analysis.take(sender.record(sender.headers(type, "2026-11-20T08:00:00Z"), example), false);
        examples++;
      }
    }

    assertThat(types).hasSizeGreaterThan(10);
    assertThat(analysis.summary())
        .startsWith(examples + " events in " + examples + " streams")
        .contains("could not read 0 records");
    assertThat(total(Count.SESSIONS))
        .isEqualTo(EventSchemas.examples("pt.session.session-recorded.v1").size());
    assertThat(total(Count.REGRESSIONS))
        .isEqualTo(EventSchemas.examples("pt.plan.plan-regressed.v1").size());
  }

  @Test
  void anErasedPatientsFiguresLeaveEveryDayWhateverComesFirst() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(aWeek());
    records.add(erased("plan"));
    Sent other = Sent.by("session", UUID.randomUUID());
    records.add(other.session("2026-11-02T08:00:00Z"));
    Collections.shuffle(records, new Random(7));

    take(records);

    assertThat(total(Count.SESSIONS)).isEqualTo(1);
    assertThat(total(Count.FLARES_SEVERE)).isZero();
    assertThat(total(Count.NEW_PATIENTS)).isZero();
    assertThat(Tables.daily(analysis.series())).doesNotContain("2026-11-01");
  }

  @Test
  void afterAnErasureTheStreamsThatSaidSoMissNothingAndTheOthersStillDo() {
    take(List.of(erased("plan"), erased("profile")));
    assertThat(analysis.gaps()).isEmpty();
    assertThat(analysis.summary()).doesNotContain("retention");

    Sent sessions = Sent.bySession();
    sessions.session("2026-11-01T08:00:00Z");
    take(List.of(sessions.session("2026-11-02T08:00:00Z")));

    assertThat(analysis.gaps()).containsExactly(new Gap(SESSIONS, new Range(1, 1)));
    assertThat(total(Count.SESSIONS)).isZero();
  }

  /** The ninth event of a stream, as it comes alone when a topic is rebuilt. */
  private static ConsumerRecord<byte[], byte[]> erased(String service) {
    Sent sent = Sent.by(service, PATIENT);
    for (int i = 0; i < 8; i++) {
      sent.session("2026-11-01T08:00:00Z");
    }
    return sent.next("pt." + service + ".patient-erased.v1", "2026-11-08T08:00:00Z", "{}");
  }

  @Test
  void daysBeginWhereTheReaderWants() {
    Analysis inBerlin = new Analysis(ZoneId.of("Europe/Berlin"));
    ConsumerRecord<byte[], byte[]> late = Sent.bySession().session("2026-11-01T23:30:00Z");

    analysis.take(late, false);
    inBerlin.take(late, false);

    assertThat(analysis.series().getFirst().days().getFirst().day()).hasToString("2026-11-01");
    assertThat(inBerlin.series().getFirst().days().getFirst().day()).hasToString("2026-11-02");
  }

  @Test
  void partnersHaveLinesOfTheirOwn() {
    analysis.take(Sent.bySession().session("2026-11-01T08:00:00Z"), false);
    analysis.take(
        Sent.by("session", UUID.randomUUID())
            .forPartner("south-clinic")
            .session("2026-11-02T08:00:00Z"),
        false);

    assertThat(Tables.daily(analysis.series()).lines().skip(1))
        .extracting(line -> line.substring(0, 27).replaceAll(",[^,]*$", ""))
        .containsExactly(
            "2026-11-01,north-clinic,0",
            "2026-11-01,south-clinic,0",
            "2026-11-02,north-clinic,0",
            "2026-11-02,south-clinic,0");
    assertThat(Series.sum(analysis.series()).days())
        .extracting(day -> day.count(Count.SESSIONS))
        .containsExactly(1, 1);
  }

  /** One patient: four sessions and a flare that gets worse, so that the plan steps back twice. */
  private static List<ConsumerRecord<byte[], byte[]>> aWeek() {
    Sent session = Sent.bySession();
    Sent plan = Sent.byPlan();
    Sent profile = Sent.by("profile", PATIENT);
    return List.of(
        profile.next("pt.profile.patient-recorded.v1", "2026-11-01T07:00:00Z", "{}"),
        plan.plan("generated", 1, "ACTIVE", 3, null, "2026-11-01T07:00:01Z"),
        session.session("2026-11-01T08:00:00Z"),
        session.session("2026-11-03T08:00:00Z"),
        session.flare("f", "OPENED", "MODERATE", "2026-11-03T08:20:00Z"),
        plan.plan("regressed", 2, "ACTIVE", 3, null, "2026-11-03T08:20:01Z"),
        session.flare("f", "ESCALATED", "SEVERE", "2026-11-04T08:00:00Z"),
        plan.plan("regressed", 3, "ACTIVE", 3, "2026-11-05T08:00:00Z", "2026-11-04T08:00:01Z"),
        session.session("2026-11-06T08:00:00Z"),
        plan.plan("restored", 4, "ACTIVE", 3, null, "2026-11-07T08:00:00Z"),
        session.session("2026-11-07T09:00:00Z"));
  }

  private void take(List<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(received -> analysis.take(received, false));
  }

  private int total(Count what) {
    return Series.sum(analysis.series()).days().stream().mapToInt(day -> day.count(what)).sum();
  }

  private static boolean isOf(ConsumerRecord<byte[], byte[]> received, EventStream stream) {
    return text(received, "ce_source").equals(stream.source());
  }

  private static String text(ConsumerRecord<byte[], byte[]> received, String header) {
    return new String(received.headers().lastHeader(header).value(), UTF_8);
  }
}
