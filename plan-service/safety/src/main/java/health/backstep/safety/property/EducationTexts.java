package health.backstep.safety.property;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import health.backstep.plan.education.Education;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the education items of a plan say. */
final class EducationTexts {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(String id, String title, String text) {}

  private static final Map<String, List<String>> TEXTS = read();

  private EducationTexts() {}

  /**
   * Title and text.
   *
   * @throws IllegalArgumentException when nothing is written under that id
   */
  static List<String> of(String id) {
    List<String> texts = TEXTS.get(id);
    if (texts == null) {
      throw new IllegalArgumentException("education.yaml has no item " + id);
    }
    return texts;
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Education.class.getResourceAsStream("/education.yaml")) {
      List<Entry> entries =
          new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
      return entries.stream()
          .collect(Collectors.toMap(Entry::id, entry -> List.of(entry.title(), entry.text())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
