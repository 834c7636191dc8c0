package health.backstep.plan.fold;

import static health.backstep.plan.history.PlanEvent.Severity.MILD;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.ReviewDecision;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import health.backstep.wire.Fault;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a clinician does to a plan. */
class ReviewStoriesTest {

  private final Story story = Story.of(Stage.CONTROL, Bias.EXTENSION);

  @Test
  @Tag("RV-1")
  void aClinicianEditsThePlanAndItsWordsAreTheReason() {
    story.begin();
    Item warmUp = story.plan().routine().items().getFirst();

    story.edited(new Edit.Remove("bridge"), new Edit.SetLevel(warmUp.exerciseId(), 1));

    assertThat(story.plan().routine().has("bridge")).isFalse();
    assertThat(story.plan().decisions().getFirst().text()).contains("Dr. Rivera", "Looks fine.");
    assertThat(story.rules()).containsExactly("RV-1");

    story.day(10).assessed();
    assertThat(story.plan().routine().has("bridge")).isFalse();
  }

  @Test
  @Tag("RV-1")
  void whatAClinicianBringsBackIsOpenAgain() {
    story.begin().edited(new Edit.Remove("bridge")).edited(new Edit.Add("bridge", 1));

    assertThat(story.item("bridge").level()).isEqualTo(1);
  }

  @Test
  @Tag("RV-1")
  void anEditEndsAReviewAndAStepBack() {
    story.begin().day(1).flare("a", MILD).day(2).flare("b", MILD).day(3).flare("c", MILD);
    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);

    story.day(4).edited(new Edit.SetLevel(warmUp(), 1));

    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().regressed()).isFalse();
  }

  @Test
  @Tag("RV-1")
  void whatTheRulesExcludeAClinicianCannotAddEither() {
    story.begin();

    List<Edit> edits =
        List.of(
            new Edit.Add("no-such-exercise", 1),
            new Edit.Add("deadlift", 1),
            new Edit.Remove("deadlift"),
            new Edit.SetLevel("bridge", 9),
            new Edit.Add("bridge", 1));

    assertThat(story.faults(edits))
        .extracting(fault -> fault.pointer() + " " + fault.code())
        .containsExactly(
            "/edits/0/exerciseId EXERCISE_UNKNOWN",
            "/edits/1/exerciseId EXERCISE_EXCLUDED",
            "/edits/2/exerciseId EXERCISE_NOT_IN_PLAN",
            "/edits/3/level LEVEL_NOT_ALLOWED",
            "/edits/4/exerciseId EXERCISE_REPEATED");
  }

  @Test
  @Tag("RV-1")
  void theWarmUpStaysWhateverAClinicianTakesOut() {
    story.begin();
    List<Edit> all =
        story.plan().routine().items().stream()
            .<Edit>map(item -> new Edit.Remove(item.exerciseId()))
            .toList();

    assertThat(story.faults(all)).extracting(Fault::code).containsExactly("WARM_UP_REQUIRED");
  }

  @Test
  @Tag("RG-CAP")
  @Tag("RE-1")
  void aNewAssessmentDoesNotOpenAPlanThatIsInReview() {
    story.begin().day(1).flare("a", MILD).day(2).flare("b", MILD).day(3).flare("c", MILD);

    story.day(4).assessed();
    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);
    assertThat(story.plan().routine().items())
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());

    story.day(5).review(ReviewDecision.RESUME);
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().routine().items())
        .anyMatch(item -> item.exercise().kind() == Kind.STRENGTH);
  }

  @Test
  @Tag("RV-1")
  void aNewAssessmentWaitsGentlyWhileAClinicianHoldsThePlan() {
    story.begin().day(1).review(ReviewDecision.HOLD).day(2).now(Stage.BUILD).assessed();

    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);
    assertThat(story.plan().routine().items())
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());
  }

  @Test
  @Tag("RV-1")
  void aHoldIsSaidToBeTheCliniciansAndNoFlares() {
    story.begin().day(1).review(ReviewDecision.HOLD);

    assertThat(story.rules()).containsExactly("RV-1");
  }

  @Test
  @Tag("RV-1")
  void aHoldWithinAMildFlareIsGentleAfterANewAssessment() {
    story.begin().day(1).flare("a", MILD).day(2).review(ReviewDecision.HOLD).day(3).assessed();

    assertThat(story.plan().routine().items())
        .allSatisfy(item -> assertThat(item.exercise().kind().isGentle()).isTrue());
  }

  @Test
  @Tag("RV-1")
  void aRestingPositionIsNoWarmUp() {
    story.begin();
    List<Edit> moving =
        story.plan().routine().items().stream()
            .filter(item -> item.exercise().warmsUp())
            .<Edit>map(item -> new Edit.Remove(item.exerciseId()))
            .toList();

    assertThat(story.plan().routine().items())
        .anyMatch(item -> item.exercise().kind() == Kind.RELIEF);
    assertThat(story.faults(moving)).extracting(Fault::code).containsExactly("WARM_UP_REQUIRED");
  }

  @Test
  @Tag("RV-1")
  void aReviewMayHoldAndResumeAPlan() {
    Routine before = story.begin().plan().routine();

    story.day(1).review(ReviewDecision.HOLD);
    assertThat(story.plan().status()).isEqualTo(Status.IN_REVIEW);

    story.day(2).review(ReviewDecision.RESUME);
    assertThat(story.plan().status()).isEqualTo(Status.ACTIVE);
    assertThat(story.plan().routine()).isEqualTo(before);
  }

  private String warmUp() {
    return story.state().training().routine().items().getFirst().exerciseId();
  }
}
