package health.backstep.safety;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each property finds a fault that is planted into the planner, and makes the case small. */
class PlantedFaultsTest {

  private static final Ground GROUND = Ground.current();
  private static final Planner PLANNER = GROUND.planner();
  private static final int HISTORIES = 400;

  @Test
  void property_1_finds_an_exercise_that_sources_say_to_avoid() {
    Item deadlift = Item.at(GROUND.catalogue().get("deadlift"), 1);
    Planner planner =
        Planted.changing(
            PLANNER, event -> event instanceof FlareSettled, plan -> plan.with(deadlift));

    assertCaught(1, planner, 5, "deadlift");
  }

  @Test
  void property_1_finds_a_direction_that_sent_pain_down_the_leg() {
    Planner planner =
        Planted.mishearing(
            PLANNER, event -> event instanceof FlareReported it ? staysInTheBack(it) : event);

    assertCaught(1, planner, 5, "is forbidden");
  }

  @Test
  void property_1_finds_a_direction_that_opens_because_pain_rose() {
    Planner planner =
        Planted.mishearing(
            PLANNER, event -> event instanceof AssessmentCompleted it ? turned(it) : event);

    assertCaught(1, planner, 6, "is preferred");
  }

  @Test
  void property_1_finds_an_exercise_that_the_clinician_took_out() {
    Planner planner =
        Planted.deafTo(
            PLANNER,
            event ->
                event instanceof ReviewDecided it
                    && it.edits().stream().anyMatch(Edit.Remove.class::isInstance));

    assertCaught(1, planner, 5, "was taken out");
  }

  @Test
  void property_1_finds_an_amount_that_does_not_fit_the_age() {
    Planner planner =
        Planted.mishearing(
            PLANNER, event -> event instanceof PatientRecorded it ? older(it) : event);

    assertCaught(1, planner, 3, "more than its level asks for");
  }

  @Test
  void property_2_finds_a_flare_that_raises_a_level() {
    Planner planner =
        Planted.changing(
            PLANNER,
            event -> event instanceof FlareReported,
            plan -> plan.map(item -> item.level() > 1 ? item.up(2) : item));

    assertCaught(2, planner, 5, "went from level");
  }

  @Test
  void property_2_finds_a_flare_that_adds_work() {
    Item walking = Item.at(GROUND.catalogue().get("walking"), 1);
    Planner planner =
        Planted.changing(
            PLANNER,
            event -> event instanceof FlareReported,
            plan -> plan.has("walking") ? plan : plan.with(walking));

    assertCaught(2, planner, 4, "the week went from");
  }

  @Test
  void property_3_finds_a_plan_that_stays_active_under_an_emergency_flag() {
    Planner planner = Planted.deafTo(PLANNER, event -> event instanceof RedFlagRaised);

    assertCaught(3, planner, 4, "with an open emergency flag");
  }

  @Test
  void property_4_finds_a_plan_that_outlives_its_clearance() {
    Planner planner =
        Planted.deafTo(
            PLANNER, event -> event instanceof ClearanceChanged changed && !changed.cleared());

    assertCaught(4, planner, 4, "after the clearance was withdrawn");
  }

  @Test
  void property_5_finds_a_routine_that_takes_longer_than_asked() {
    Planner planner =
        Planted.mishearing(
            PLANNER,
            event ->
                event instanceof PatientRecorded it
                    ? new PatientRecorded(
                        it.cause(),
                        it.ageBand(),
                        it.equipment(),
                        it.minutesPerSession() + 5,
                        it.sessionsPerWeek())
                    : event);

    assertCaught(5, planner, 3, "the routine takes");
  }

  @Test
  void property_6_finds_a_plan_without_a_warm_up() {
    Planner planner =
        Planted.changing(
            PLANNER, event -> event instanceof FlareReported, plan -> without(plan, Block.WARM_UP));

    assertCaught(6, planner, 4, "there is no warm-up");
  }

  @Test
  void property_7_finds_a_change_without_its_decision() {
    Planner planner =
        Planted.explaining(
            PLANNER, all -> all.stream().filter(it -> !it.rule().equals("RG-MILD")).toList());

    assertCaught(7, planner, 4, "no decision");
  }

  @Test
  void property_7_finds_an_item_that_rests_on_a_source_nobody_knows() {
    Item hearsay = Planted.citing("HEARSAY", Item.at(GROUND.catalogue().get("pelvic-tilt"), 1));
    Planner planner =
        Planted.changing(
            PLANNER,
            event -> event instanceof AssessmentCompleted,
            plan -> plan.replace("pelvic-tilt", hearsay));

    assertCaught(7, planner, 3, "lacks words or a known source: [HEARSAY]");
  }

  @Test
  void property_8_finds_a_planner_that_remembers_what_is_not_in_the_history() {
    AtomicInteger asked = new AtomicInteger();
    Planner planner =
        Planted.changing(
            PLANNER,
            event -> event instanceof AssessmentCompleted,
            plan -> asked.getAndIncrement() % 2 == 0 ? plan : new Routine(List.of()));

    assertCaught(8, planner, 3, "other digests");
  }

  @Test
  void property_8_finds_a_flag_that_is_answered_by_who_comes_first() {
    Planner planner = Planted.answeringWhateverCameBefore(PLANNER);

    assertCaught(8, planner, 5, "crossed");
  }

  @Test
  void property_9_finds_a_restored_plan_that_lacks_something() {
    Planner planner =
        Planted.changing(
            PLANNER,
            event -> event instanceof FlareSettled,
            plan -> new Routine(plan.items().subList(0, Math.min(1, plan.items().size()))));

    assertCaught(9, planner, 5, "restored to");
  }

  @Test
  void property_10_finds_a_frightening_word() {
    Planner planner =
        Planted.explaining(
            PLANNER,
            all -> all.stream().map(it -> it.saying("Your back shows wear and tear.")).toList());

    assertCaught(10, planner, 2, "wear and tear");
  }

  private static void assertCaught(int number, Planner planner, int happenings, String violation) {
    SafetyProperty property = SafetyProperty.numbered(number);

    SafetyReport report =
        new SafetyRun(GROUND, planner, List.of(property)).run(HISTORIES, 1, _ -> {});

    assertThat(report.isSafe()).isFalse();
    FailingCase smallest = report.results().getFirst().smallest();
    assertThat(smallest.violation()).contains(violation);
    assertThat(smallest.happenings()).hasSizeLessThanOrEqualTo(happenings);
  }

  private static Routine without(Routine routine, Block block) {
    return new Routine(
        routine.items().stream().filter(item -> item.exercise().block() != block).toList());
  }

  private static PlanEvent staysInTheBack(FlareReported it) {
    return new FlareReported(
        it.cause(),
        it.flareId(),
        it.episode(),
        it.severity(),
        it.at(),
        it.planVersion(),
        List.of(),
        false);
  }

  /** Pain that fell is heard as pain that rose. */
  private static PlanEvent turned(AssessmentCompleted it) {
    return new AssessmentCompleted(
        it.cause(),
        it.assessedAt(),
        it.triage(),
        it.triageRules(),
        it.acuity(),
        it.stage(),
        it.bias(),
        it.forbidden(),
        it.riskGroup(),
        it.activityBefore(),
        it.lowestStageOnly(),
        10 - it.average7d(),
        it.fear());
  }

  private static PlanEvent older(PatientRecorded it) {
    return new PatientRecorded(
        it.cause(), AgeBand.OVER_65, it.equipment(), it.minutesPerSession(), it.sessionsPerWeek());
  }
}
