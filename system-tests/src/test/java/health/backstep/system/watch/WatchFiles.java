package health.backstep.system.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The repository's files for whoever watches the platform, read as what they are. */
public final class WatchFiles {

  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  public static final Path PROMETHEUS = REPOSITORY.resolve("deploy/prometheus");

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:backstep|agroal|http|jvm|process|system)_[a-z_]+");
  private static final Pattern PART_OF_A_HISTOGRAM = Pattern.compile("_(bucket|count|sum)$");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  private WatchFiles() {}

  static String text(String path) {
    return content(REPOSITORY.resolve(path));
  }

  /** A YAML or JSON file, which is YAML, too. */
  public static Map<String, Object> read(Path file) {
    return new Yaml().load(content(file));
  }

  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(REPOSITORY.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Names that docs/observability.md lists; tests of each service hold them against the service.
   */
  static Set<String> listedMetrics() {
    return LISTED
        .matcher(text("docs/observability.md"))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toSet());
  }

  /** What a query asks for that no service tells. */
  static Set<String> unlistedMetrics(String query) {
    Set<String> listed = listedMetrics();
    return METRIC
        .matcher(query)
        .results()
        .map(MatchResult::group)
        .filter(name -> !listed.contains(name))
        .filter(name -> !listed.contains(PART_OF_A_HISTOGRAM.matcher(name).replaceFirst("")))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> maps(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
