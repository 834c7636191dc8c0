package health.backstep.stack.cli;

import java.io.PrintStream;

/** Signs for done and failed that the terminal can show. */
record Marks(String done, String failed) {

  private static final Marks SIGNS = new Marks("\u2713", "\u2717");
  private static final Marks WORDS = new Marks("ok  ", "FAIL");

  static Marks of(PrintStream out) {
    return out.charset().newEncoder().canEncode(SIGNS.done) ? SIGNS : WORDS;
  }
}
