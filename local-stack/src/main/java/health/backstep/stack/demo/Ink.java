package health.backstep.stack.demo;

import java.util.Map;

/** Colours, where they are wanted. */
public record Ink(boolean colour) {

  static final Ink PLAIN = new Ink(false);

  /** On a terminal only, and never against https://no-color.org. */
  public static Ink of(boolean terminal, Map<String, String> environment) {
    return new Ink(
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM")));
  }

  String bold(String text) {
    return with("1", text);
  }

  String dim(String text) {
    return with("2", text);
  }

  String italic(String text) {
    return with("3", text);
  }

  String red(String text) {
    return with("31", text);
  }

  String green(String text) {
    return with("32", text);
  }

  String yellow(String text) {
    return with("33", text);
  }

  String blue(String text) {
    return with("36", text);
  }

  private String with(String code, String text) {
    return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
