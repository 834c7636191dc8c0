package health.backstep.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.cli.Backstep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** What docs/security.md says to be shown by a test or a command has one. */
class SecurityPageTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]+Test\\b");
  private static final Pattern COMMAND = Pattern.compile("`\\./backstep ([a-z]+)");
  private static final Pattern IN_SCRIPT = Pattern.compile("\\{1:-} == ([a-z]+) ");
  private static final Pattern IN_CASE = Pattern.compile("(?m)^  ([a-z]+)\\) checks=");

  @Test
  void every_test_that_the_page_names_exists() throws IOException {
    Set<String> named = found(TEST, 0);

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void every_command_that_the_page_promises_exists() throws IOException {
    assertThat(found(COMMAND, 1)).hasSizeGreaterThan(3).isSubsetOf(commands());
  }

  @Test
  void nothing_on_the_page_is_still_to_do() {
    assertThat(page()).doesNotContain("TODO");
  }

  /** Those of the script itself, of the security checks, and of the stack's own command line. */
  private static Set<String> commands() throws IOException {
    String script = Files.readString(REPOSITORY.resolve("backstep"));
    Stream<String> ofScript =
        Stream.of(IN_SCRIPT, IN_CASE)
            .flatMap(form -> form.matcher(script).results())
            .map(command -> command.group(1));
    Stream<String> ofStack =
        Arrays.stream(Backstep.class.getAnnotation(Command.class).subcommands())
            .map(command -> command.getAnnotation(Command.class).name());
    return Stream.concat(ofScript, ofStack).collect(Collectors.toSet());
  }

  private static Set<String> found(Pattern pattern, int group) {
    return pattern
        .matcher(page())
        .results()
        .map((MatchResult match) -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (Path sources : testSources()) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Test.java"))
            .forEach(name -> tests.add(name.replace(".java", "")));
      }
    }
    return tests;
  }

  /** Of each module, wherever it lies. */
  private static Set<Path> testSources() throws IOException {
    try (Stream<Path> folders = Files.find(REPOSITORY, 3, (file, _) -> isModule(file))) {
      return folders
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .collect(Collectors.toSet());
    }
  }

  private static boolean isModule(Path folder) {
    return Files.exists(folder.resolve("pom.xml"));
  }

  private static String page() {
    try {
      return Files.readString(REPOSITORY.resolve("docs/security.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
