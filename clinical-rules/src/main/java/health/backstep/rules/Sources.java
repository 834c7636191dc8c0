package health.backstep.rules;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that may be cited, and what nothing can carry: {@code sources.yaml}. */
public final class Sources {

  private static final String FILE = "/sources.yaml";
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<Exclusion> exclusions;

  private Sources(SourcesFile file) {
    file.all().forEach(source -> sources.putIfAbsent(source.id(), source));
    exclusions = file.exclusions();
  }

  /** The sources that ship with the rules. */
  public static Sources read() {
    try (InputStream in = Sources.class.getResourceAsStream(FILE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of sources.
   *
   * @throws IllegalArgumentException naming every fault at once
   */
  public static Sources read(InputStream yaml) throws IOException {
    SourcesFile file;
    try {
      file = YAML.readValue(yaml, SourcesFile.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a file of sources: " + e.getMessage(), e);
    }
    Sources sources = new Sources(file);
    List<String> faults = sources.faultsOf(file);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the sources are not consistent: " + faults);
    }
    return sources;
  }

  public boolean has(String id) {
    return sources.containsKey(id);
  }

  public Optional<Source> find(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** In the order of the file: articles, statements, papers. */
  public List<Source> all() {
    return List.copyOf(sources.values());
  }

  /** What no rule and no exercise can carry. */
  public List<Exclusion> exclusions() {
    return exclusions;
  }

  private List<String> faultsOf(SourcesFile file) {
    List<String> faults = new ArrayList<>();
    file.all()
        .filter(source -> sources.get(source.id()) != source)
        .forEach(source -> faults.add(source.id() + " is there twice"));
    file.all()
        .filter(source -> source.text().isBlank())
        .forEach(source -> faults.add(source.id() + " says nothing"));
    file.statements().forEach(statement -> articleFault(statement).ifPresent(faults::add));
    file.exclusions().stream()
        .filter(exclusion -> !has(exclusion.id()))
        .forEach(exclusion -> faults.add("the exclusion of " + exclusion.id() + " has no source"));
    return faults;
  }

  private Optional<String> articleFault(Source.Statement statement) {
    if (!(sources.get(statement.article()) instanceof Source.Article)) {
      return Optional.of(statement.id() + ": there is no article " + statement.article());
    }
    return statement.id().startsWith(statement.article() + "-")
        ? Optional.empty()
        : Optional.of(statement.id() + " does not begin with its article " + statement.article());
  }

  record SourcesFile(
      List<Source.Article> articles,
      List<Source.Statement> statements,
      List<Source.Paper> papers,
      List<Exclusion> exclusions) {

    SourcesFile {
      articles = given(articles);
      statements = given(statements);
      papers = given(papers);
      exclusions = given(exclusions);
    }

    Stream<Source> all() {
      return Stream.of(articles, statements, papers).flatMap(List::stream);
    }

    private static <T> List<T> given(List<T> list) {
      return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
  }
}
