package health.backstep.faults.check.invariant;

import static health.backstep.faults.check.invariant.Finding.Verdict.BROKEN;
import static health.backstep.faults.check.invariant.Finding.Verdict.HOLDS;
import static health.backstep.faults.check.invariant.Finding.Verdict.NOT_TESTED;
import static health.backstep.faults.check.invariant.Story.AT;
import static health.backstep.faults.check.invariant.Story.FLARE;
import static health.backstep.faults.check.invariant.Story.PATIENT;
import static health.backstep.faults.check.invariant.Story.TENANT;
import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.check.evidence.AnswerRow;
import health.backstep.faults.check.evidence.InboxRow;
import health.backstep.faults.check.evidence.OutboxRow;
import health.backstep.faults.check.evidence.PlanRows.HistoryRow;
import health.backstep.faults.check.evidence.PlanRows.VersionRow;
import health.backstep.faults.check.evidence.ResourceRow;
import health.backstep.faults.check.evidence.Sample;
import health.backstep.faults.check.evidence.TenantRow;
import health.backstep.faults.check.evidence.Told;
import health.backstep.faults.check.evidence.WireRecord;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.nemesis.Strike;
import health.backstep.plan.history.wire.PlanEventReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class InvariantsTest {

  private static final UUID NOBODY = new UUID(9, 9);

  private final Story story = new Story();

  @Test
  void allHoldWhenEverythingWentWell() {
    assertThat(Invariants.decide(story.evidence()))
        .hasSize(12)
        .allSatisfy(
            finding -> assertThat(finding.verdict()).as(finding.toString()).isEqualTo(HOLDS))
        .allSatisfy(finding -> assertThat(finding.checked()).isPositive());
  }

  @Test
  void aFlareWithoutAPlanChangeBreaksI1() {
    story.versions.removeIf(version -> version.causeEventId().equals(FLARE));
    assertBroken("I1", FLARE.toString());
  }

  @Test
  void aFlareThatWasFoldedTwiceBreaksI1() {
    story.fold(5, FLARE, "pt.session.pain-flare-reported.v1", true);
    assertBroken("I1", "folded 2 times");
  }

  @Test
  void aFlareWithTwoPlanVersionsBreaksI1() {
    story.versions.add(new VersionRow(TENANT, PATIENT, 3, "REGRESSED", "d3", FLARE));
    assertBroken("I1", "2 plan versions");
  }

  @Test
  void aFlareThatChangedThePlanToSomethingElseBreaksI1() {
    story.versions.removeIf(version -> version.causeEventId().equals(FLARE));
    story.versions.add(new VersionRow(TENANT, PATIENT, 2, "PROGRESSED", "d2", FLARE));
    assertBroken("I1", "PROGRESSED");
  }

  @Test
  void anAcceptedFlareThatIsNowhereBreaksI1() {
    story.outbox.get(SESSION).removeIf(event -> event.eventId().equals(FLARE));
    assertBroken("I1", "was accepted");
  }

  @Test
  void aFlareOfAPatientWithoutPlanNeedsNoChange() {
    story.versions.clear();
    story.outbox.get(PLAN).removeIf(event -> event.type().startsWith("pt.plan.plan"));
    story.history.replaceAll(
        row ->
            new HistoryRow(
                row.tenant(),
                row.patientId(),
                row.ordinal(),
                row.eventId(),
                row.type(),
                row.at(),
                false));
    assertThat(story.finding("I1").verdict()).isEqualTo(HOLDS);
  }

  @Test
  void aPlanChangeByAnEventThatNobodyDecidedBreaksI2() {
    story.fold(5, NOBODY, "pt.session.session-recorded.v1", true);
    story.versions.add(new VersionRow(TENANT, PATIENT, 3, "PROGRESSED", "d3", NOBODY));
    assertBroken("I2", NOBODY.toString());
  }

  @Test
  void aPlanChangeByAnEventOfAnotherPatientBreaksI2() {
    story.versions.add(new VersionRow(TENANT, NOBODY, 1, "REGRESSED", "d3", FLARE));
    assertBroken("I2", NOBODY.toString());
  }

  @Test
  void aPlanThatIsNotItsFoldBreaksI3() {
    story.partings.add("patient x, version 2: digest differs");
    assertBroken("I3", "digest differs");
  }

  @Test
  void anOldStateAtTheEndOfTheStateTopicBreaksI3() {
    story.wire.add(
        story.onWire("pt.plan.state.v1", NOBODY, 1, "pt.plan.state.v1", new Told("", 1, "d1")));
    assertBroken("I3", "version 1");
  }

  @Test
  void aMissingSequenceBreaksI4() {
    story.outbox.get(PROFILE).removeFirst();
    assertBroken("I4", "[2]");
  }

  @Test
  void aPlanVersionThatIsSkippedBreaksI4() {
    story.versions.removeFirst();
    assertBroken("I4", "has plans [2]");
  }

  @Test
  void anEventThatAListenerNeverTookInBreaksI4() {
    story.inbox.get(PLAN).removeIf(row -> row.eventId().equals(FLARE));
    assertBroken("I4", "0 times");
  }

  @Test
  void anEventThatWasTakenInButNotFoldedBreaksI4() {
    story.history.removeIf(row -> row.eventId().equals(FLARE));
    assertBroken("I4", "folded 0 times");
  }

  @Test
  void anEventThatIsMarkedAsSentAndNotOnItsTopicBreaksI4() {
    story.wire.removeIf(told -> told.id().equals(FLARE.toString()));
    assertBroken("I4", "is not on pt.session.events.v1");
  }

  @Test
  void anEventOnATopicThatNobodyDecidedBreaksI4() {
    story.wire.add(
        story.onWire("pt.session.events.v1", NOBODY, 3, "pt.session.x.v1", Told.NOTHING));
    assertBroken("I4", "never decided");
  }

  @Test
  void eventsInTheWrongOrderOnATopicBreakI4() {
    WireRecord first = onTopic(record -> record.id().equals(Story.SESSION_DONE.toString()));
    story.wire.remove(first);
    story.wire.add(story.onWire(first.topic(), Story.SESSION_DONE, 1, first.type(), first.told()));
    assertBroken("I4", "in the order [2, 1]");
  }

  @Test
  void aCopyOfAnEarlierEventIsNoDisorder() {
    story.wire.add(
        story.onWire(
            "pt.session.events.v1",
            Story.SESSION_DONE,
            1,
            "pt.session.session-recorded.v1",
            Told.NOTHING));
    assertThat(story.finding("I4").verdict()).isEqualTo(HOLDS);
  }

  @Test
  void anotherAnswerToTheSameKeyBreaksI5() {
    story.asked(SESSION, "POST sessions", "k3", 201, "{\"sessionId\": \"s2\"}", Optional.empty());
    assertBroken("I5", "k3");
  }

  @Test
  void aRefusalAfterASuccessBreaksI5() {
    story.asked(SESSION, "POST sessions", "k3", 422, "{\"code\": \"X\"}", Optional.empty());
    assertBroken("I5", "k3");
  }

  @Test
  void anEventThatWasNeverSentBreaksI6() {
    OutboxRow row = story.outbox.get(SESSION).removeFirst();
    story
        .outbox
        .get(SESSION)
        .add(
            new OutboxRow(
                row.tenant(),
                1,
                row.eventId(),
                row.topic(),
                row.key(),
                row.sequence(),
                row.type(),
                "",
                false,
                row.told()));
    assertBroken("I6", "never sent: 1");
  }

  @Test
  void aParkedEventBreaksI6() {
    story.parked = 1;
    assertBroken("I6", "parked: 1");
  }

  @Test
  void lagBreaksI6() {
    story.lag.put("plan-service", 7L);
    assertBroken("I6", "not read yet: 7");
  }

  @Test
  void poisonThatLeftNoDeadLetterBreaksI6() {
    story.deadLetters.get(PLAN).clear();
    assertBroken("I6", Story.MARK.toString());
  }

  @Test
  void aDeadLetterOfTheProductsOwnEventBreaksI6() {
    story.injected.clear();
    assertBroken("I6", "dead letters kept: 1, expected 0");
  }

  @Test
  void aDeadLetterThatIsNotOnItsTopicBreaksI6() {
    story.wire.removeIf(WireRecord::isDeadLetter);
    assertBroken("I6", "on the topics: 0");
  }

  @Test
  void aRowWithoutItsAnswerBreaksI7() {
    story.answers.get(SESSION).clear();
    assertBroken("I7", "session s1");
  }

  @Test
  void anAnswerWithoutItsRowBreaksI7() {
    story.resources.get(SESSION).removeIf(row -> row.table().equals("session"));
    assertBroken("I7", "session s1");
  }

  @Test
  void anAnswerWithoutItsEventBreaksI7() {
    story.outbox.get(SESSION).removeIf(row -> row.eventId().equals(FLARE));
    assertBroken("I7", FLARE.toString());
  }

  @Test
  void aKeyThatWasTakenWithoutAnAnswerBreaksI7() {
    story.answers.get(SESSION).add(new AnswerRow(TENANT, "k9", 0, Story.json(""), null));
    assertBroken("I7", "k9");
  }

  @Test
  void aSuccessThatIsNotStoredBreaksI8() {
    story.asked(SESSION, "POST sessions", "k9", 201, "{\"sessionId\": \"s9\"}", Optional.empty());
    assertBroken("I8", "not stored");
  }

  @Test
  void aSuccessThatIsStoredDifferentlyBreaksI8() {
    story.resources.get(SESSION).removeIf(row -> row.table().equals("session"));
    story
        .resources
        .get(SESSION)
        .add(new ResourceRow("session", TENANT, PATIENT, "s1", Story.json("{}"), 0));
    assertBroken("I8", "session/s1");
  }

  @Test
  void aPatientOfAnOlderVersionThanWasAnsweredBreaksI8() {
    story.asked(
        PROFILE,
        "PUT patients",
        "k1",
        200,
        "{\"patientId\": \"%s\", \"birthYear\": 1980}".formatted(PATIENT),
        Optional.of("\"1\""));
    assertBroken("I8", "patient/" + PATIENT);
  }

  @Test
  void aRowUnderAnotherTenantBreaksI9() {
    story.tenants.get(PLAN).add(new TenantRow("history_event", "south-clinic", PATIENT.toString()));
    assertBroken("I9", "south-clinic");
  }

  @Test
  void aRowOfAPatientThatNobodyMadeBreaksI9() {
    story.tenants.get(PLAN).add(new TenantRow("plan_version", TENANT, NOBODY.toString()));
    assertBroken("I9", "of nobody");
  }

  @Test
  void aStreamInWhichAForgedEventHadAnEffectBreaksI9() {
    story.tenants.get(PLAN).add(new TenantRow("inbox_stream", TENANT, NOBODY.toString()));
    assertThat(story.finding("I9").verdict()).isEqualTo(HOLDS);
    story.inbox.get(PLAN).add(new InboxRow(TENANT, FLARE, "/x", NOBODY, 1, "APPLIED"));
    assertBroken("I9", "inbox_stream");
  }

  @Test
  void aRecordUnderAnotherTenantBreaksI9() {
    WireRecord told = onTopic(record -> record.id().equals(FLARE.toString()));
    story.wire.add(
        new WireRecord(
            told.topic(),
            0,
            99,
            AT,
            told.key(),
            "south-clinic",
            told.source(),
            told.type(),
            told.id(),
            told.sequence(),
            "",
            "",
            told.told()));
    assertBroken("I9", "under south-clinic");
  }

  @Test
  void aRebuildThatChangedSomethingBreaksI10() {
    story.after.put("plans", "3");
    assertBroken("I10", "before 2, after 3");
  }

  @Test
  void aRebuildThatNeverFinishedBreaksI10() {
    story.rebuildFinished = false;
    assertBroken("I10", "within the limit");
  }

  @Test
  void withoutARebuildI10IsNotTested() {
    story.rebuilt = false;
    assertThat(story.finding("I10").verdict()).isEqualTo(NOT_TESTED);
  }

  @Test
  void tooMuchMemoryBreaksI11() {
    story.samples.add(Story.sample(AT.plusSeconds(5), 900, 0));
    assertBroken("I11", "900 MB");
  }

  @Test
  void memoryThatKeepsGrowingBreaksI11() {
    for (int number = 1; number <= 60; number++) {
      story.samples.add(Story.sample(AT.plusSeconds(5L * number), 200 + 8L * number, 0));
    }
    assertBroken("I11", "grew from");
  }

  @Test
  void aQueueThatIsNotEmptyInTheEndBreaksI11() {
    story.samples.add(Story.sample(AT.plusSeconds(5), 300, 4));
    assertBroken("I11", "4 events pending");
  }

  @Test
  void anAnswer500BreaksI12() {
    story.asked(SESSION, "POST sessions", "k9", 500, "{\"code\": \"X\"}", Optional.empty());
    assertBroken("I12", "answered 500");
  }

  @Test
  void a503WithoutRetryAfterBreaksI12() {
    Attempt.Answer bare = new Attempt.Answer(503, "{}", Optional.empty(), Optional.empty());
    story.journal.add(Story.attempt(SESSION, "POST sessions", "k9", Optional.of(bare)));
    assertBroken("I12", "without Retry-After");
  }

  @Test
  void aFaultThatWasNeverRecoveredFromBreaksI12() {
    story.strikes.add(new Strike("kill -9 broker", AT, AT, Optional.empty(), ""));
    assertBroken("I12", "kill -9 broker");
  }

  @Test
  void withoutAFaultOfTheDatabaseI12IsNotTested() {
    story.strikes.clear();
    assertThat(story.finding("I12").verdict()).isEqualTo(NOT_TESTED);
  }

  @Test
  void aClearanceThatNeverHadAnEndAndRanOutBreaksI2() {
    story.fold(5, NOBODY, PlanEventReader.LAPSED, false);
    assertBroken("I2", NOBODY.toString());
  }

  @Test
  void aClearanceThatRanOutBeforeItsEndBreaksI2() {
    clearedUntil(AT.plusSeconds(1));
    story.fold(5, NOBODY, PlanEventReader.LAPSED, false);
    assertBroken("I2", "ran out at " + AT);
  }

  @Test
  void aClearanceMayRunOutOnceAndASecondTimeBreaksI2() {
    clearedUntil(AT);
    story.fold(5, NOBODY, PlanEventReader.LAPSED, false);
    assertThat(story.finding("I2").verdict()).isEqualTo(HOLDS);
    story.fold(6, new UUID(9, 10), PlanEventReader.LAPSED, false);
    assertBroken("I2", "1 had run out");
  }

  @Test
  void anEventThatIsSentAgainWhileNothingIsWrongBreaksI4() {
    sentAgain(AT.minusSeconds(30));
    assertBroken("I4", "sent twice although nothing was wrong");
  }

  @Test
  void anEventThatIsSentAgainLongAfterAFaultBreaksI4() {
    sentAgain(AT.plusSeconds(32));
    assertBroken("I4", "sent twice although nothing was wrong");
  }

  @Test
  void anEventMayBeSentAgainUntilAFaultIsRecoveredFrom() {
    sentAgain(AT.plusSeconds(30));
    assertThat(story.finding("I4").verdict()).isEqualTo(HOLDS);
  }

  @Test
  void afterKafkaFailedAHeldBackTopicMayBeSentAgainLater() {
    sentAgain(AT.plusSeconds(32));
    story.strikes.add(
        new Strike("kill -9 broker", AT, AT.plusSeconds(20), Optional.of(Duration.ZERO), ""));
    assertThat(story.finding("I4").verdict()).isEqualTo(HOLDS);
  }

  @Test
  void anEventThatWentOutOnAnEmptiedTopicMayStandBeforeTheRebuiltOnes() {
    kafkaLost();
    onSessionTopicAre(2, 1, 2);
    assertThat(story.finding("I4").verdict()).isEqualTo(HOLDS);
  }

  @Test
  void theSameOrderOnATopicThatWasNeverEmptiedBreaksI4() {
    onSessionTopicAre(2, 1, 2);
    assertBroken("I4", "in the order [2, 1]");
  }

  @Test
  void disorderAmongRebuiltEventsBreaksI4() {
    kafkaLost();
    story.tell(SESSION, NOBODY, 3, "pt.session.session-recorded.v1", "", Told.NOTHING);
    onSessionTopicAre(1, 3, 2);
    assertBroken("I4", "in the order [1, 3, 2]");
  }

  @Test
  void disorderAfterKafkaWasRebuiltBreaksI4() {
    kafkaLost();
    story.tell(SESSION, NOBODY, 3, "pt.session.session-recorded.v1", "", Told.NOTHING);
    onSessionTopicAre(3, 2, 1);
    assertBroken("I4", "in the order [3, 2, 1]");
  }

  @Test
  void anEarlyEventThatWasSentBeforeKafkaWasLostBreaksI4() {
    story.strikes.add(lost(AT.plusSeconds(1)));
    onSessionTopicAre(2, 1, 2);
    assertBroken("I4", "in the order [2, 1]");
  }

  @Test
  void aPlatformThatDoesNotComeToRestBreaksI6() {
    story.cameToRest = false;
    assertBroken("I6", "did not come to rest");
  }

  @Test
  void theHomeOfAPatientUnderAnotherTenantBreaksI9() {
    story.tenants.get(PLAN).add(new TenantRow("patient_home", "south-clinic", NOBODY.toString()));
    assertThat(story.finding("I9").verdict()).isEqualTo(HOLDS);
    story.tenants.get(PLAN).add(new TenantRow("patient_home", "south-clinic", PATIENT.toString()));
    assertBroken("I9", "patient_home");
  }

  @Test
  void aPoolThatIsNotMeasuredBreaksI11() {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble zero = OptionalDouble.of(0);
    story.samples.add(new Sample(AT.plusSeconds(5), "plan-service-1", 1, none, zero, none, zero));
    assertBroken("I11", "does not tell its pool");
  }

  @Test
  void aQueueThatIsNotMeasuredBreaksI11() {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble zero = OptionalDouble.of(0);
    story.samples.add(new Sample(AT.plusSeconds(5), "plan-service-1", 1, none, zero, zero, none));
    assertBroken("I11", "does not tell its pool");
  }

  @Test
  void aDatabaseThatIsAwayWithoutAWordBreaksI12() {
    nobodyIsTold();
    assertBroken("I12", "not one of");
  }

  @Test
  void requestsThatHangWhileTheDatabaseIsAwayBreakI12() {
    int answered = story.journal.size();
    for (int number = 0; number <= answered; number++) {
      story.journal.add(Story.attempt(SESSION, "POST sessions", "k3", Optional.empty()));
    }
    assertBroken("I12", "got no answer at all");
  }

  @Test
  void aBriefFaultOfTheDatabaseOfWhichNobodyIsToldIsNoTestOfI12() {
    nobodyIsTold();
    story.strikes.clear();
    story.strikes.add(
        new Strike("PostgreSQL frozen", AT, AT.plusSeconds(6), Optional.of(Duration.ZERO), ""));
    assertThat(story.finding("I12").verdict()).isEqualTo(NOT_TESTED);
  }

  private void nobodyIsTold() {
    story.journal.removeIf(
        attempt -> attempt.answer().filter(answer -> answer.status() == 503).isPresent());
  }

  private void clearedUntil(Instant end) {
    story.tell(
        PROFILE,
        new UUID(2, 9),
        3,
        "pt.profile.clearance-changed.v1",
        "",
        Told.clearance(Optional.of(end)));
  }

  private void sentAgain(Instant at) {
    WireRecord flare = onTopic(record -> record.id().equals(FLARE.toString()));
    story.wire.add(story.onWire(flare.topic(), FLARE, 2, flare.type(), flare.told(), at));
  }

  private void kafkaLost() {
    story.strikes.add(lost(AT.minusSeconds(1)));
  }

  private static Strike lost(Instant begun) {
    return new Strike(
        "Kafka lost, rebuilt", begun, begun.plusSeconds(9), Optional.of(Duration.ZERO), "");
  }

  /** Nothing else is on it. */
  private void onSessionTopicAre(long... sequences) {
    String topic = "pt.session.events.v1";
    List<WireRecord> before =
        story.wire.stream().filter(record -> record.topic().equals(topic)).toList();
    story.wire.removeAll(before);
    for (long sequence : sequences) {
      WireRecord event = before.get((int) sequence - 1);
      story.wire.add(
          story.onWire(topic, UUID.fromString(event.id()), sequence, event.type(), event.told()));
    }
  }

  private WireRecord onTopic(Predicate<WireRecord> which) {
    return story.wire.stream().filter(which).findFirst().orElseThrow();
  }

  private void assertBroken(String invariant, String evidence) {
    Finding finding = story.finding(invariant);
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(BROKEN);
    assertThat(finding.examples()).anySatisfy(example -> assertThat(example).contains(evidence));
    assertThat(finding.violated()).isPositive();
  }
}
