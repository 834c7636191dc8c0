package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.Shot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A request as somebody would send it from a shell, with {@code $TOKEN} for the token. */
final class CommandLineOf {

  private static final int LONGEST = 1_500;
  private static final List<String> LEFT_OUT = List.of("host:", "content-length:");

  private CommandLineOf() {}

  static String shot(Shot shot) {
    String text = new String(shot.bytes(), StandardCharsets.ISO_8859_1);
    String port = "$" + shot.operation().service().name();
    return shortened(
        shot.whole()
            ? curl(shot, text, port)
            : "printf " + quoted(text) + " | nc 127.0.0.1 " + port);
  }

  private static String curl(Shot shot, String text, String port) {
    int end = text.indexOf("\r\n\r\n");
    String headers =
        Arrays.stream(text.substring(0, end).split("\r\n"))
            .skip(1)
            .filter(
                line ->
                    LEFT_OUT.stream()
                        .noneMatch(line.toLowerCase(java.util.Locale.ROOT)::startsWith))
            .map(line -> " -H " + quoted(line))
            .collect(Collectors.joining());
    String body = text.substring(end + 4);
    return "curl -sS --path-as-is -X %s 127.0.0.1:%s%s%s%s"
        .formatted(
            shot.method(),
            port,
            quoted(shot.target()),
            headers,
            body.isEmpty() ? "" : " --data-binary " + quoted(body));
  }

  /** As a word of a shell that knows escapes. */
  private static String quoted(String text) {
    StringBuilder word = new StringBuilder("$'");
    text.replaceAll("(?i)(authorization: bearer )[\\w.-]{200,}", "$1\\$TOKEN")
        .chars()
        .limit(LONGEST)
        .forEach(
            each -> {
              if (each == '\'' || each == '\\') {
                word.append('\\').append((char) each);
              } else if (each < ' ' || each > '~') {
                word.append("\\x%02x".formatted(each));
              } else {
                word.append((char) each);
              }
            });
    return word.append('\'').toString();
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST) + "... (" + line.length() + " characters)";
  }
}
