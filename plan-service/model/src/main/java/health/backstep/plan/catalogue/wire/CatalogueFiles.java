package health.backstep.plan.catalogue.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.CatalogueFault;
import health.backstep.plan.catalogue.InconsistentCatalogue;
import health.backstep.plan.catalogue.Review;
import health.backstep.plan.catalogue.Reviewed;
import health.backstep.rules.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the reviewed exercise files. */
public final class CatalogueFiles {

  private static final List<String> FILES =
      List.of("warm-up", "activation", "strength", "cardio", "cool-down", "avoid");

  private static final ObjectMapper YAML =
      JsonMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private CatalogueFiles() {}

  /**
   * The catalogue that ships with the service.
   *
   * @throws InconsistentCatalogue naming every fault of all files at once
   */
  public static Catalogue read() {
    return read(shipped(), Sources.read()::has);
  }

  /**
   * A catalogue of files, by name, in their order.
   *
   * @param knownSource whether a source or statement of that id exists
   * @throws InconsistentCatalogue naming every fault of all files at once
   */
  public static Catalogue read(Map<String, String> files, Predicate<String> knownSource) {
    List<CatalogueFault> faults = new ArrayList<>();
    List<Reviewed> reviewed = new ArrayList<>();
    files.forEach((file, yaml) -> reviewed.addAll(exercises(file, yaml, faults)));
    Set<CatalogueFault> all = new java.util.LinkedHashSet<>(faults);
    for (CatalogueFault fault : Review.faults(reviewed, knownSource)) {
      if (faults.stream().noneMatch(known -> isSamePlace(known, fault))) {
        all.add(fault);
      }
    }
    if (!all.isEmpty()) {
      throw new InconsistentCatalogue(List.copyOf(all));
    }
    return new Catalogue(reviewed.stream().map(Reviewed::exercise).toList(), knownSource);
  }

  /** The shipped files as text, by name. */
  static Map<String, String> shipped() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : FILES) {
      String name = file + ".yaml";
      try (InputStream in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
        files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static List<Reviewed> exercises(String file, String yaml, List<CatalogueFault> faults) {
    List<Reviewed> exercises = new ArrayList<>();
    JsonNode root = tree(file, yaml, faults);
    for (int i = 0; i < root.size(); i++) {
      JsonNode node = root.get(i);
      String id = node.path("id").asText("exercise " + (i + 1));
      Entry entry = new Entry(file, id, "", node, faults);
      exercises.add(new Reviewed(file, ExerciseReading.exercise(entry)));
    }
    return exercises;
  }

  private static JsonNode tree(String file, String yaml, List<CatalogueFault> faults) {
    try {
      JsonNode root = YAML.readTree(yaml);
      if (root.isArray()) {
        return root;
      }
      faults.add(new CatalogueFault(file, "the file", "/", "has to be a list of exercises"));
    } catch (JacksonException e) {
      JsonLocation where = e.getLocation();
      String line = where == null ? "/" : "line " + where.getLineNr();
      faults.add(new CatalogueFault(file, "the file", line, e.getOriginalMessage()));
    }
    return YAML.createArrayNode();
  }

  /** What could not be read is blank and would be named a second time. */
  private static boolean isSamePlace(CatalogueFault one, CatalogueFault other) {
    return one.file().equals(other.file())
        && one.exercise().equals(other.exercise())
        && one.place().equals(other.place());
  }
}
