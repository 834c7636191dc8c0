package health.backstep.plan.catalogue.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the reviewed exercise files. */
public final class CatalogueFiles {

  private static final List<String> FILES =
      List.of("warm-up", "activation", "strength", "cardio", "cool-down", "avoid");
  private static final TypeReference<List<ExerciseEntry>> ENTRIES = new TypeReference<>() {};
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private CatalogueFiles() {}

  /**
   * The catalogue that ships with the service.
   *
   * @throws IllegalArgumentException when the files are not consistent
   */
  public static Catalogue read() {
    List<Exercise> exercises = new ArrayList<>();
    for (String file : FILES) {
      entries("/catalogue/" + file + ".yaml").forEach(entry -> exercises.add(entry.exercise()));
    }
    return new Catalogue(exercises);
  }

  private static List<ExerciseEntry> entries(String resource) {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(resource)) {
      return YAML.readValue(in, ENTRIES);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(resource + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
