package health.backstep.plan.education.edge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The education items that ship with the service. */
@Singleton
public class EducationFile {

  private static final TypeReference<List<EducationItem>> ITEMS = new TypeReference<>() {};

  private final Map<String, EducationItem> items;

  public EducationFile() {
    try (InputStream in = EducationFile.class.getResourceAsStream("/education.yaml")) {
      items =
          new ObjectMapper(new YAMLFactory())
              .readValue(in, ITEMS).stream()
                  .collect(Collectors.toMap(EducationItem::id, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException when there is no such item
   */
  public EducationItem item(String id) {
    EducationItem item = items.get(id);
    if (item == null) {
      throw new IllegalArgumentException("education.yaml has no item " + id);
    }
    return item;
  }
}
