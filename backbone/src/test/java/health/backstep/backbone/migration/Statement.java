package health.backstep.backbone.migration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement of a migration.
 *
 * @param text on one line, in lower case, without comments, texts and bodies of functions
 * @param comment what is written since the statement before
 */
record Statement(String text, String comment) {

  /** A comment, the body of a function, a text, the end of a statement, or whatever is between. */
  private static final Pattern PIECE =
      Pattern.compile("--[^\n]*|\\$\\$.*?\\$\\$|'(?:[^']|'')*'|;|[^-$';]+|.", Pattern.DOTALL);

  private static final Pattern SINCE =
      Pattern.compile("(?m)^-- (?:unused|kept) since V([0-9]+)\\b.*$");
  private static final String END = "\f";
  private static final Pattern AT_THE_END = Pattern.compile(END);

  static List<Statement> in(String sql) {
    String pieces =
        PIECE.matcher(sql).results().map(Statement::piece).collect(Collectors.joining());
    return AT_THE_END
        .splitAsStream(pieces)
        .map(Statement::of)
        .filter(statement -> !statement.text().isEmpty())
        .toList();
  }

  /** Comments stay for now, marked, on lines of their own. */
  private static String piece(MatchResult match) {
    String piece = match.group();
    return switch (piece.charAt(0)) {
      case ';' -> END;
      case '\'' -> "''";
      case '-' -> piece.startsWith("--") ? "\n" + piece : piece;
      case '$' -> piece.startsWith("$$") ? "$$" : piece;
      default -> piece;
    };
  }

  private static Statement of(String lines) {
    return new Statement(
        joined(lines.lines().filter(line -> !line.startsWith("--")), " ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .strip(),
        joined(lines.lines().filter(line -> line.startsWith("--")), "\n"));
  }

  private static String joined(Stream<String> lines, String with) {
    return lines.collect(Collectors.joining(with));
  }

  /** The number of the migration since which the version before does without, if it is told. */
  Optional<String> since() {
    return SINCE.matcher(comment).results().map(match -> match.group(1)).findFirst();
  }
}
