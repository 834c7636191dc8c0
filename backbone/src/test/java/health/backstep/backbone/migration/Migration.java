package health.backstep.backbone.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A migration of a service, or of the backbone.
 *
 * @param name of its file
 * @param older the numbers of those that are in the same folder and come before it
 */
record Migration(String name, String sql, Set<Integer> older) {

  private static final Pattern NUMBER = Pattern.compile("^V(\\d+)__");
  private static final Pattern NEW_TABLE =
      Pattern.compile("^create table (?:if not exists )?(\\w+)");

  /** All of a folder. */
  static List<Migration> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      return all.stream().map(file -> of(file, all)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static Migration of(Path file, List<Path> all) {
    int own = number(file);
    try {
      return new Migration(
          file.getFileName().toString(),
          Files.readString(file),
          all.stream()
              .map(Migration::number)
              .filter(number -> number < own)
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static int number(Path file) {
    Matcher number = NUMBER.matcher(file.getFileName().toString());
    if (!number.find()) {
      throw new IllegalArgumentException(file + " has no number; name it like V1025__what.sql");
    }
    return Integer.parseInt(number.group(1));
  }

  /** What the version before may miss, but for what the file says that it does without. */
  List<Breach> breaches() {
    List<Statement> statements = Statement.in(sql);
    Set<String> newTables =
        statements.stream()
            .flatMap(statement -> NEW_TABLE.matcher(statement.text()).results())
            .map((MatchResult table) -> table.group(1))
            .collect(Collectors.toSet());
    return statements.stream()
        .filter(statement -> !doesWithout(statement))
        .flatMap(statement -> Breach.in(statement, newTables).stream())
        .toList();
  }

  /** The version before has that migration, and what goes with it. */
  private boolean doesWithout(Statement statement) {
    return statement.since().map(Integer::valueOf).filter(older::contains).isPresent();
  }
}
