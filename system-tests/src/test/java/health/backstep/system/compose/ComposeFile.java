package health.backstep.system.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * docker-compose.yml as Docker reads it, with anchors and merges followed, where nothing was given
 * that need not be; and what it refers to.
 */
public final class ComposeFile {

  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
  private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+)=(.*)$");

  private final Map<String, Object> root;

  private ComposeFile(Map<String, Object> root) {
    this.root = root;
  }

  public static ComposeFile read() {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    String unasked = DEFAULT.matcher(text("docker-compose.yml")).replaceAll("$1");
    return new ComposeFile(new Yaml(strict).load(unasked));
  }

  /** A file of the repository. */
  public static String text(String path) {
    return read(REPOSITORY.resolve(path));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, Map<String, Object>> services() {
    return section("services").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, service -> map(service.getValue())));
  }

  Map<String, Object> section(String name) {
    return map(root.get(name));
  }

  public Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    map(services().get(service).get("environment"))
        .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    return environment;
  }

  /** The secrets of a service: the name of the file that it sees, and the secret in it. */
  public Map<String, String> secrets(String service) {
    Map<String, String> secrets = new TreeMap<>();
    for (Object secret : list(services().get(service).get("secrets"))) {
      if (secret instanceof String name) {
        secrets.put(name, name);
      } else {
        secrets.put((String) map(secret).get("target"), (String) map(secret).get("source"));
      }
    }
    return secrets;
  }

  /** The variables that whoever starts it may give, or must. */
  static Set<String> variables() {
    return VARIABLE
        .matcher(text("docker-compose.yml"))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a variable is when it is not given. */
  static Map<String, String> defaults() {
    return Pattern.compile("\\$\\{(\\w+):-([^}]*)}")
        .matcher(text("docker-compose.yml"))
        .results()
        .collect(
            Collectors.toMap(
                match -> match.group(1), match -> match.group(2), (one, other) -> one));
  }

  /** What .env.example tells about, with the values that it brings along. */
  public static Map<String, String> example() {
    return settings(".env.example");
  }

  /** The settings of a file such as .env. */
  public static Map<String, String> settings(String path) {
    return SETTING
        .matcher(text(path))
        .results()
        .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  public static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
