package health.backstep.stack.demo;

/** What a plan version did, in the words of the API's {@code kind}. */
enum Change {
  GENERATED("●", "made"),
  REGRESSED("▼", "stepped back"),
  RESTORED("↺", "restored"),
  PROGRESSED("▲", "one step up"),
  WITHHELD("‖", "withheld"),
  SUSPENDED("‖", "suspended");

  private final String mark;
  private final String words;

  Change(String mark, String words) {
    this.mark = mark;
    this.words = words;
  }

  String mark() {
    return mark;
  }

  String words() {
    return words;
  }

  String painted(String text, Ink ink) {
    return switch (this) {
      case GENERATED -> ink.blue(text);
      case REGRESSED, SUSPENDED -> ink.red(text);
      case RESTORED, PROGRESSED -> ink.green(text);
      case WITHHELD -> ink.yellow(text);
    };
  }
}
