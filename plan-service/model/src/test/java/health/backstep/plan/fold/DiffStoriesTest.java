package health.backstep.plan.fold;

import static health.backstep.plan.history.PlanEvent.Severity.MILD;
import static health.backstep.plan.history.PlanEvent.Severity.MODERATE;
import static health.backstep.plan.history.PlanEvent.Severity.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.diff.PlanDiff;
import health.backstep.plan.diff.Sentence;
import health.backstep.plan.diff.Snapshot;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.FrighteningLabels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What patients read about the differences that rules really make. */
class DiffStoriesTest {

  private static final RoutineBuilder BUILDER = new RoutineBuilder(Story.CATALOGUE, Story.RULES);

  private final Story story = Story.of(Stage.CONTROL, Bias.EXTENSION);

  @Test
  void aModerateFlareIsToldExerciseByExercise() {
    story.begin().day(2).flare("a", MODERATE, "bridge");

    assertThat(texts(diff(1, 2)))
        .contains(
            "The plan takes a step back for now.",
            "2 sessions a week instead of 3.",
            "Bridge is not part of the plan now.")
        .anyMatch(text -> text.endsWith(" is new."))
        .anyMatch(text -> text.startsWith("Wall sit: level 1 instead of 2"));
  }

  @Test
  void aSettledFlareLeavesNothing() {
    story.begin().day(2).flare("a", MILD, "bridge").day(4).settles("a");

    assertThat(texts(diff(1, 3))).containsExactly("Nothing has changed.");
    assertThat(texts(diff(2, 3))).contains("The step back is over.");
  }

  @Test
  void anEmergencySaysWhatToDoNow() {
    story.begin().day(2).redFlag(true);

    assertThat(texts(diff(1, 2))).singleElement().asString().contains("emergency department today");
  }

  @Test
  void inALongStoryEverySentenceNamesARuleAndNoneFrightens() {
    story.begin().day(2).flare("a", MODERATE, "bridge").day(3).flare("b", SEVERE, "wall-sit");
    story.day(4).flare("c", MILD).day(5).redFlag(false).day(6).cleared();
    story.day(9).now(Stage.BUILD).assessed();
    for (int day = 20; day < 32; day++) {
      story.day(day).greenSession();
    }

    List<Sentence> sentences = new ArrayList<>();
    for (int version = 2; version <= story.versions().size(); version++) {
      sentences.addAll(diff(version - 1, version).sentences());
      sentences.addAll(diff(1, version).sentences());
    }

    assertThat(sentences)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            sentence -> {
              assertThat(sentence.text()).endsWith(".");
              assertThat(FrighteningLabels.firstIn(sentence.text())).isEmpty();
              if (!sentence.text().equals("Nothing has changed.")) {
                assertThat(sentence.rules()).as(sentence.text()).isNotEmpty();
              }
            });
  }

  private PlanDiff diff(int from, int to) {
    List<Snapshot> all = story.versions().stream().map(DiffStoriesTest::snapshot).toList();
    return PlanDiff.between(all.get(from - 1), all.get(to - 1), all.subList(from, to));
  }

  private static Snapshot snapshot(PlanVersion plan) {
    return Snapshot.of(plan, BUILDER.seconds(plan.routine()));
  }

  private static List<String> texts(PlanDiff diff) {
    return diff.sentences().stream().map(Sentence::text).toList();
  }
}
