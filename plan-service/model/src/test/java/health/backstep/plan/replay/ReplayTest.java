package health.backstep.plan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stored plans are compared with what their events give; each planted difference is found. */
class ReplayTest {

  private static final UUID PATIENT = new UUID(0, 7);
  private static final String CURRENT = RuleSet.current().version();

  private final Replay replay = new Replay(ToldHistory.SHIPPED);
  private final List<FoldedEvent> events =
      ToldHistory.begun("a flare", "CONTROL", "EXTENSION")
          .day(2)
          .flare("f", "MODERATE", "bridge")
          .day(5)
          .settles("f")
          .under(CURRENT);
  private final List<StoredVersion> versions = stored(events);

  @Test
  void whatTheEventsGiveIsEqual() {
    assertThat(versions).hasSize(3);
    assertThat(check(versions)).isEmpty();
  }

  @Test
  void aChangedDigestIsFoundAndSaidToBeTheDigestAlone() {
    Parting parting = only(check(changed(1, ReplayTest::withOtherDigest)));

    assertThat(parting.patientId()).isEqualTo(PATIENT);
    assertThat(parting.version()).isEqualTo(2);
    assertThat(parting.type()).isEqualTo("pt.session.pain-flare-reported.v1");
    assertThat(parting.eventId()).contains(versions.get(1).causeEventId());
    assertThat(parting.differences())
        .containsExactly(
            "digest: stored 0000, replayed " + versions.get(1).digest(),
            "the stored plan itself is equal: its digest was changed, not the plan");
  }

  @Test
  void aChangedDocumentIsFoundAndTheExerciseIsNamed() {
    List<StoredVersion> planted =
        changed(0, version -> with(version, ReplayTest::withHarderFirstExercise));
    PlanPicture.Exercise first = versions.getFirst().picture().orElseThrow().exercises().getFirst();

    assertThat(only(check(planted)).differences())
        .hasSize(2)
        .contains("the digest is equal: the stored document was changed, not the digest")
        .anySatisfy(line -> assertThat(line).startsWith(first.id() + ": stored level 9, "));
  }

  @Test
  void aChangedFieldIsNamed() {
    List<StoredVersion> planted =
        changed(1, version -> withOtherDigest(with(version, ReplayTest::notRegressed)));

    assertThat(only(check(planted)).differences())
        .contains("regressed: stored false, replayed true");
  }

  @Test
  void anotherNumberIsFoundWhateverTheDigestCovers() {
    List<StoredVersion> planted =
        changed(
            2,
            version ->
                new StoredVersion(5, version.digest(), version.causeEventId(), version.picture()));

    assertThat(only(check(planted)).differences()).contains("number: stored 5, replayed 3");
  }

  @Test
  void aVersionThatNoEventMakesIsFound() {
    List<StoredVersion> planted = new ArrayList<>(versions);
    planted.add(new StoredVersion(4, "0000", new UUID(0, 99), versions.getFirst().picture()));

    Parting parting = only(check(planted));
    assertThat(parting.version()).isEqualTo(4);
    assertThat(parting.differences())
        .containsExactly("it is stored, but no event of the history makes it");
  }

  @Test
  void aVersionThatIsNotStoredIsFound() {
    Parting parting = only(check(versions.subList(0, 2)));

    assertThat(parting.version()).isEqualTo(3);
    assertThat(parting.differences())
        .containsExactly("the event makes this version, but it is not stored");
  }

  @Test
  void aMissingEventPartsFromItsVersionOn() {
    List<FoldedEvent> withoutFlare = new ArrayList<>(events);
    withoutFlare.remove(3);

    assertThat(replay.check(new StoredCourse(PATIENT, withoutFlare, versions)))
        .extracting(Parting::version)
        .startsWith(2);
  }

  @Test
  void aDocumentThatCannotBeReadIsFound() {
    List<StoredVersion> planted =
        changed(
            0,
            version ->
                new StoredVersion(
                    version.number(), version.digest(), version.causeEventId(), Optional.empty()));

    assertThat(only(check(planted)).differences()).contains("the stored document cannot be read");
  }

  @Test
  void aHistoryUnderARuleSetThatIsNotShippedIsToldAndDoesNotStopTheReplay() {
    List<FoldedEvent> foreign =
        events.stream().map(event -> new FoldedEvent(event.event(), "99")).toList();

    Parting parting = only(replay.check(new StoredCourse(PATIENT, foreign, versions)));
    assertThat(parting.version()).isZero();
    assertThat(parting.differences().getFirst()).contains("there is no rule set 99");
  }

  private List<Parting> check(List<StoredVersion> stored) {
    return replay.check(new StoredCourse(PATIENT, events, stored));
  }

  private static Parting only(List<Parting> partings) {
    assertThat(partings).hasSize(1);
    return partings.getFirst();
  }

  private List<StoredVersion> changed(int index, UnaryOperator<StoredVersion> change) {
    List<StoredVersion> planted = new ArrayList<>(versions);
    planted.set(index, change.apply(planted.get(index)));
    return planted;
  }

  private static StoredVersion withOtherDigest(StoredVersion version) {
    return new StoredVersion(version.number(), "0000", version.causeEventId(), version.picture());
  }

  private static StoredVersion with(StoredVersion version, UnaryOperator<PlanPicture> change) {
    return new StoredVersion(
        version.number(), version.digest(), version.causeEventId(), version.picture().map(change));
  }

  private static PlanPicture notRegressed(PlanPicture picture) {
    Map<String, String> fields = new LinkedHashMap<>(picture.fields());
    fields.put("regressed", "false");
    return new PlanPicture(picture.rulesetVersion(), fields, picture.exercises());
  }

  private static PlanPicture withHarderFirstExercise(PlanPicture picture) {
    List<PlanPicture.Exercise> exercises = new ArrayList<>(picture.exercises());
    Dose dose = exercises.getFirst().dose();
    exercises.set(0, new PlanPicture.Exercise(exercises.getFirst().id(), 9, dose));
    return new PlanPicture(picture.rulesetVersion(), picture.fields(), exercises);
  }

  private static List<StoredVersion> stored(List<FoldedEvent> events) {
    List<StoredVersion> versions = new ArrayList<>();
    PlanState state = PlanState.EMPTY;
    for (FoldedEvent event : events) {
      Step step = ToldHistory.SHIPPED.apply(state, event);
      step.version().map(ReplayTest::stored).ifPresent(versions::add);
      state = step.state();
    }
    return versions;
  }

  private static StoredVersion stored(PlanVersion plan) {
    return new StoredVersion(
        plan.number(), plan.digest(), plan.cause().eventId(), Optional.of(PlanPicture.of(plan)));
  }
}
