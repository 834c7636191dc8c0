package health.backstep.docs;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Draws the ladders of a block: a row for each exercise, a column for each level. */
final class LadderPicture {

  private static final int MARGIN = 24;
  private static final int HEAD = 74;
  private static final int LEGEND_LINE = 24;
  private static final int LEGEND_WIDTH = 216;
  private static final int COLUMN_HEAD = 30;
  private static final int PANEL_GAP = 14;

  private final Catalogue catalogue;
  private final Block block;
  private final List<Ladder> ladders;
  private final Grid grid;
  private final Svg svg = new Svg();

  private LadderPicture(Block block, Catalogue catalogue) {
    this.block = block;
    this.catalogue = catalogue;
    this.ladders = Ladder.of(block, catalogue);
    this.grid = new Grid(MARGIN, columns());
  }

  static String of(Block block, Catalogue catalogue) {
    return new LadderPicture(block, catalogue).draw();
  }

  private String draw() {
    String title = Words.capitalised(Words.of(block)) + ": exercises and their levels";
    int body = HEAD + legend() + COLUMN_HEAD;
    int height = body + ladders.stream().mapToInt(it -> grid.height(it) + PANEL_GAP).sum() + MARGIN;
    svg.text("title", MARGIN, 38, Words.capitalised(Words.of(block)));
    svg.text(
        "dim",
        MARGIN,
        60,
        "Easier on the left, harder on the right. Arrows lead on to the harder neighbour.");
    for (int level = 1; level <= columns(); level++) {
      svg.text("head", grid.x(level), body - 10, "Level " + level);
    }
    int y = body;
    for (Ladder ladder : ladders) {
      new LadderPanel(svg, grid, catalogue).draw(ladder, y);
      y += grid.height(ladder) + PANEL_GAP;
    }
    return withBackground(height).document(grid.width() + MARGIN, height, title, style());
  }

  private Svg withBackground(int height) {
    return new Svg().box("page", 0, 0, grid.width() + MARGIN, height, 16).then(svg);
  }

  /** The purposes in this picture and their colours; returns the height that they take. */
  private int legend() {
    List<Purpose> purposes =
        ladders.stream()
            .flatMap(ladder -> ladder.rungs().stream())
            .map(Exercise::purpose)
            .distinct()
            .sorted()
            .toList();
    int inLine = Math.max(1, (grid.width() - MARGIN) / LEGEND_WIDTH);
    for (int i = 0; i < purposes.size(); i++) {
      int x = MARGIN + i % inLine * LEGEND_WIDTH;
      int y = HEAD + i / inLine * LEGEND_LINE;
      svg.box(purposes.get(i).name(), 0.7, x, y, 14, 14, 4);
      svg.text("dim", x + 22, y + 12, Words.capitalised(Words.of(purposes.get(i))));
    }
    return (purposes.size() + inLine - 1) / inLine * LEGEND_LINE;
  }

  private int columns() {
    return ladders.stream()
        .flatMap(ladder -> ladder.rungs().stream())
        .mapToInt(Exercise::highestLevel)
        .max()
        .orElse(1);
  }

  private static String style() {
    try (InputStream in = LadderPicture.class.getResourceAsStream("/ladders.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
