package health.backstep.plan.catalogue.wire;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Demand;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Impact;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Level;
import health.backstep.plan.catalogue.Load;
import health.backstep.plan.catalogue.Posture;
import health.backstep.plan.catalogue.Purpose;
import health.backstep.plan.catalogue.Region;
import health.backstep.plan.catalogue.Stance;
import health.backstep.rules.Evidence;
import java.util.List;

/** Reads an exercise as it stands in the reviewed files. */
final class ExerciseReading {

  private static final Dose SOME = new Dose(1, 1, 1, 0, false, 0);

  private ExerciseReading() {}

  static Exercise exercise(Entry entry) {
    Entry instructions = entry.entry("instructions");
    Exercise exercise =
        new Exercise(
            entry.text("id"),
            entry.text("name"),
            entry.one("block", Block.class),
            entry.one("kind", Kind.class),
            entry.one("purpose", Purpose.class),
            entry.one("region", Region.class),
            entry.one("posture", Posture.class),
            entry.one("direction", Direction.class),
            entry.some("equipment", Equipment.class),
            entry.one("load", Load.class),
            entry.one("impact", Impact.class),
            entry.one("demand", Demand.class),
            entry.yesOrAbsent("late"),
            entry.yesOrAbsent("onlyWithBias"),
            stances(entry),
            grade(entry),
            entry.textOrNull("easier"),
            entry.textOrNull("harder"),
            instructions.text("what"),
            instructions.text("feel"),
            entry.text("stopSigns"),
            entry.entries("levels").stream().map(ExerciseReading::level).toList());
    instructions.nothingElse();
    entry.nothingElse();
    return exercise;
  }

  private static List<Stance> stances(Entry entry) {
    return entry.entries("stances").stream().map(ExerciseReading::stance).toList();
  }

  private static Stance stance(Entry entry) {
    Stance stance =
        new Stance(
            entry.text("source"),
            entry.textOrNull("statement"),
            entry.one("stance", Stance.Opinion.class));
    entry.nothingElse();
    return stance;
  }

  private static Evidence grade(Entry entry) {
    String label = entry.text("grade");
    for (Evidence evidence : Evidence.values()) {
      if (evidence.label().equals(label)) {
        return evidence;
      }
    }
    if (!label.isEmpty()) {
      entry.fault("/grade", "\"" + label + "\" is not a grade of evidence");
    }
    return Evidence.DESIGN;
  }

  private static Level level(Entry entry) {
    Level level = new Level(entry.number("level"), entry.text("variation"), dose(entry));
    entry.nothingElse();
    return level;
  }

  private static Dose dose(Entry entry) {
    int sets = entry.number("sets");
    int reps = entry.number("reps");
    int hold = entry.number("holdSeconds");
    int perRep = entry.number("secondsPerRep");
    boolean perSide = entry.yes("perSide");
    int rest = entry.number("restSeconds");
    try {
      return new Dose(sets, reps, hold, perRep, perSide, rest);
    } catch (IllegalArgumentException e) {
      entry.fault("", e.getMessage());
      return SOME;
    }
  }
}
