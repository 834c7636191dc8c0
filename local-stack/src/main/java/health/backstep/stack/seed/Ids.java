package health.backstep.stack.seed;

/**
 * How the ids of a life become those of a copy. In the staged rows the middle of every id is
 * replaced by a mark, wherever it stands; a copy puts a middle of its own there. What is left of an
 * id, its time and its end, tells the ids of one life apart.
 */
final class Ids {

  /** As many copies as have middles that differ. */
  static final int MOST_COPIES = (1 << 26) - 1;

  /** Looks like the middle of an id of version 7, so that a marked id still is one. */
  static final String MARK = "-7fff-bfff-ffff";

  private static final String ID =
      "([0-9a-f]{8}-[0-9a-f]{4})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})";

  private Ids() {}

  /** SQL: the text with the mark in each of its ids. */
  static String marked(String text) {
    return "regexp_replace(%s, '%s', '\\1%s\\2', 'g')".formatted(text, ID, MARK);
  }

  /** SQL: a marked text with the middle in each of its ids. */
  static String ofCopy(String text, String middle) {
    return "replace(%s, '%s', %s)".formatted(text, MARK, middle);
  }

  /**
   * SQL: the middle of a copy's ids, of its number (below 2^26) and of the run: by the run they
   * differ from those that the services made, whose middles are random.
   */
  static String middle(String number, int run) {
    return ("'-7' || lpad(to_hex(%1$s >> 14), 3, '0') || '-' || to_hex(32768 + (%1$s & 16383))"
            + " || '-%2$04x'")
        .formatted(number, run);
  }
}
