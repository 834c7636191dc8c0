package health.backstep.docs;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws one ladder: its exercises below each other, with arrows from the easier to the harder. */
final class LadderPanel {

  private static final int NAME_CHARACTERS = 31;
  private static final int NOTE_CHARACTERS = 42;
  private static final double FAINTEST = 0.16;
  private static final double FULLEST = 0.56;

  private final Svg svg;
  private final Grid grid;
  private final Catalogue catalogue;

  LadderPanel(Svg svg, Grid grid, Catalogue catalogue) {
    this.svg = svg;
    this.grid = grid;
    this.catalogue = catalogue;
  }

  void draw(Ladder ladder, int top) {
    svg.box("panel", grid.left(), top, grid.width() - grid.left(), grid.height(ladder), 14);
    for (int row = 0; row < ladder.rungs().size(); row++) {
      Exercise exercise = ladder.rungs().get(row);
      int y = Grid.y(top, row);
      label(exercise, y);
      exercise.levels().forEach(level -> box(exercise, level, y));
      if (row > 0) {
        arrowDown(ladder.rungs().get(row - 1).highestLevel(), Grid.y(top, row - 1) + Grid.ROW, y);
      }
    }
  }

  private void label(Exercise exercise, int top) {
    int x = grid.left() + Grid.PADDING + 4;
    int y = top + 16;
    for (String line : Words.wrapped(exercise.name(), NAME_CHARACTERS, 2)) {
      svg.text("name", x, y, line);
      y += 16;
    }
    for (String note : notes(exercise)) {
      svg.text("note", x, y, Words.wrapped(note, NOTE_CHARACTERS, 1).getFirst());
      y += 14;
    }
  }

  private List<String> notes(Exercise exercise) {
    List<String> facts = new ArrayList<>();
    if (exercise.direction() != Direction.NEUTRAL) {
      facts.add(Words.of(exercise.direction()));
    }
    exercise.equipment().stream()
        .filter(it -> !Equipment.EVERYBODY_HAS.contains(it))
        .sorted()
        .forEach(it -> facts.add(Words.of(it)));
    if (exercise.isContested()) {
      facts.add("contested");
    }
    List<String> notes = new ArrayList<>();
    if (!facts.isEmpty()) {
      notes.add(String.join(" · ", facts));
    }
    elsewhere(exercise, exercise.easier()).ifPresent(it -> notes.add("◂ easier: " + it));
    elsewhere(exercise, exercise.harder()).ifPresent(it -> notes.add("▸ harder: " + it));
    return notes;
  }

  /** A neighbour that is in another picture. */
  private Optional<String> elsewhere(Exercise exercise, @Nullable String neighbour) {
    return Optional.ofNullable(neighbour)
        .flatMap(catalogue::find)
        .filter(it -> it.block() != exercise.block())
        .map(it -> it.name() + " (" + Words.of(it.block()) + ")");
  }

  private void box(Exercise exercise, Level level, int y) {
    int x = grid.x(level.number());
    svg.group(
        exercise.name()
            + ", level "
            + level.number()
            + ": "
            + level.variation()
            + ". "
            + level.dose().amount());
    svg.box(exercise.purpose().name(), filling(exercise, level), x, y, grid.cell(), Grid.ROW, 10);
    svg.text("dose", x + 10, y + 20, ShortDose.of(level.dose()));
    int line = y + 36;
    for (String words : Words.wrapped(level.variation(), grid.cellCharacters(), 3)) {
      svg.text("how", x + 10, line, words);
      line += 14;
    }
    svg.endGroup();
    if (level.number() > 1) {
      arrowRight(x, y + Grid.ROW / 2);
    }
  }

  private static double filling(Exercise exercise, Level level) {
    int steps = Math.max(1, exercise.highestLevel() - 1);
    return FAINTEST + (FULLEST - FAINTEST) * (level.number() - 1) / steps;
  }

  private void arrowRight(int x, int y) {
    svg.path("arrow", "M%d %d l5 5 l-5 5".formatted(x - Grid.CELL_GAP + 5, y - 5));
  }

  /** From below the last box of a row, back to above the first one of the next row. */
  private void arrowDown(int lastLevel, int bottom, int nextTop) {
    int from = grid.x(lastLevel) + grid.cell() / 2;
    int to = grid.x(1) + grid.cell() / 2;
    int half = (nextTop - bottom) / 2;
    String way =
        from == to
            ? "M%d %d V%d".formatted(from, bottom + 2, nextTop - 3)
            : "M%d %d v%d q0 7 -7 7 H%d q-7 0 -7 7 V%d"
                .formatted(from, bottom + 2, half - 9, to + 7, nextTop - 3);
    svg.path("next", way);
    svg.path("next", "M%d %d l4 6 l4 -6".formatted(to - 4, nextTop - 9));
  }
}
