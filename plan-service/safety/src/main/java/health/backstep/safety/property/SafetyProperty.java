package health.backstep.safety.property;

import health.backstep.safety.run.Run;
import java.util.List;
import java.util.function.Function;

/**
 * Something that holds for any patient and any history. It is judged from events and reviewed data
 * alone, never by asking the planner.
 *
 * @param number in the list of the clinical rules, 1 to 10
 * @param check holds it against a run
 */
public record SafetyProperty(
    int number, String name, String sentence, Function<Run, Finding> check) {

  /** All ten, in order. */
  public static final List<SafetyProperty> ALL =
      List.of(
          new SafetyProperty(
              1,
              "nothing excluded",
              "A plan never holds an exercise that a rule in force excludes.",
              run -> Steps.judge(run, new ExcludedExercises(run.ground()))),
          new SafetyProperty(
              2,
              "flares never raise",
              "No flare ever raises any exercise's level, dose or the weekly load.",
              run -> Steps.judge(run, new FlaresNeverRaise())),
          new SafetyProperty(
              3,
              "emergency closes",
              "An open emergency flag means no active plan.",
              run -> Steps.judge(run, new EmergencyCloses())),
          new SafetyProperty(
              4,
              "clearance opens",
              "Without valid clearance no plan is active.",
              run -> Steps.judge(run, new ClearanceOpens())),
          new SafetyProperty(
              5,
              "time and equipment",
              "Time and equipment limits hold.",
              run -> Steps.judge(run, new TimeAndEquipment(run.ground()))),
          new SafetyProperty(
              6,
              "warm-up stays",
              "The warm-up is always there.",
              run -> Steps.judge(run, new WarmUpStays())),
          new SafetyProperty(
              7,
              "all is explained",
              "Every item and every change names its rule, reason and source.",
              run -> Steps.judge(run, new AllIsExplained(run.ground()))),
          new SafetyProperty(
              8,
              "same history, same plan",
              "The same history gives the same digest, and so does any duplicate or reordering that"
                  + " the contract allows.",
              new SameHistorySamePlan()),
          new SafetyProperty(
              9,
              "restored as before",
              "A restored plan equals the plan before the flare unless a new assessment, a review or"
                  + " a repeat rule says otherwise.",
              run -> Steps.judge(run, new RestoredAsBefore(run.ground()))),
          new SafetyProperty(
              10,
              "calm words",
              "No patient text holds a word from the frightening-label list.",
              run -> Steps.judge(run, new CalmWords(run.ground()))));

  /**
   * The property of that number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SafetyProperty numbered(int number) {
    return ALL.stream()
        .filter(property -> property.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("There is no property " + number + ", only 1 to 10"));
  }
}
