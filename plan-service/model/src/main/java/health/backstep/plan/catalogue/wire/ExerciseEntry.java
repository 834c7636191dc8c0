package health.backstep.plan.catalogue.wire;

import health.backstep.plan.catalogue.Block;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exercise as it stands in the reviewed files. */
public record ExerciseEntry(
    String id,
    String name,
    Block block,
    Kind kind,
    Purpose purpose,
    Region region,
    Posture posture,
    Direction direction,
    Set<Equipment> equipment,
    Load load,
    Impact impact,
    List<StanceEntry> stances,
    Evidence grade,
    @Nullable String easier,
    @Nullable String harder,
    Instructions instructions,
    String stopSigns,
    List<LevelEntry> levels) {

  record Instructions(String what, String feel) {}

  record StanceEntry(String source, @Nullable String statement, Stance.Opinion stance) {
    Stance toStance() {
      return new Stance(source, statement, stance);
    }
  }

  record LevelEntry(
      int level,
      String variation,
      int sets,
      int reps,
      int holdSeconds,
      int secondsPerRep,
      boolean perSide,
      int restSeconds) {
    Level toLevel() {
      return new Level(
          level, variation, new Dose(sets, reps, holdSeconds, secondsPerRep, perSide, restSeconds));
    }
  }

  Exercise exercise() {
    return new Exercise(
        id,
        name,
        block,
        kind,
        purpose,
        region,
        posture,
        direction,
        equipment,
        load,
        impact,
        stances.stream().map(StanceEntry::toStance).toList(),
        grade,
        easier,
        harder,
        instructions.what(),
        instructions.feel(),
        stopSigns,
        levels.stream().map(LevelEntry::toLevel).toList());
  }
}
