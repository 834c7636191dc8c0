package health.backstep.docs;

/**
 * Where things stand in a picture of ladders, in pixels.
 *
 * @param left where the panels begin
 * @param columns how many levels the longest row has
 */
record Grid(int left, int columns) {

  static final int LABEL = 250;
  static final int ROW = 74;
  static final int ROW_GAP = 26;
  static final int PADDING = 12;
  static final int CELL_GAP = 16;

  private static final int MANY_COLUMNS = 5;

  /** Many levels get narrow boxes. */
  int cell() {
    return columns > MANY_COLUMNS ? 106 : 168;
  }

  /** Characters of small text that fit into a box, whatever the font. */
  int cellCharacters() {
    return cell() / 7;
  }

  /** Left edge of the box of a level. */
  int x(int level) {
    return left + PADDING + LABEL + (level - 1) * (cell() + CELL_GAP);
  }

  /** Top of a row in a panel that begins at y. */
  static int y(int panel, int row) {
    return panel + PADDING + row * (ROW + ROW_GAP);
  }

  /** Right edge of the panels. */
  int width() {
    return x(columns) + cell() + PADDING;
  }

  int height(Ladder ladder) {
    int rows = ladder.rungs().size();
    return 2 * PADDING + rows * ROW + (rows - 1) * ROW_GAP;
  }
}
