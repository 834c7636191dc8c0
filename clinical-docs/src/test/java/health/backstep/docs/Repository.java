package health.backstep.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The working copy that this test runs in. */
final class Repository {

  private static final Pattern RULE_TAG =
      Pattern.compile("@Tag\\(\\s*\"([A-Z][A-Z0-9-]+)\"\\s*\\)");
  private static final Path TEST_SOURCES = Path.of("src", "test", "java");

  private Repository() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The rule ids that tests anywhere in the repository say they show. */
  static Set<String> ruleTags() {
    Set<String> tags = new TreeSet<>();
    testFiles().forEach(file -> tags.addAll(ruleTags(read(file))));
    return tags;
  }

  static List<String> ruleTags(String source) {
    return RULE_TAG.matcher(source).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static List<Path> testFiles() {
    try (Stream<Path> files = Files.find(root(), 20, (path, about) -> isTest(path))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTest(Path path) {
    Path inRepository = root().relativize(path);
    return path.toString().endsWith(".java")
        && inRepository.toString().contains(TEST_SOURCES.toString())
        && !inRepository.startsWith("clinical-docs");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a checked-in list, without its comments. */
  static List<String> list(String resource) {
    try (var in = Repository.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
