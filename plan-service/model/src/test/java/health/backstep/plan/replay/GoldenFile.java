package health.backstep.plan.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.backstep.plan.replay.ToldHistory.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Histories and the plan versions that a rule set gave when the file was written. */
final class GoldenFile {

  /**
   * One course.
   *
   * @param events as they were stored
   * @param versions one line each, see {@link GoldenDigestsTest}
   */
  record Golden(String name, List<Told> events, List<String> versions) {}

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private GoldenFile() {}

  static List<Golden> of(String rulesetVersion) {
    String file = "/golden/" + name(rulesetVersion);
    try (InputStream in = GoldenFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file + "; see GoldenDigestsTest");
      }
      return JSON.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String rulesetVersion, List<Golden> all) {
    try {
      Path folder = Files.createDirectories(Path.of("src/test/resources/golden"));
      Files.writeString(
          folder.resolve(name(rulesetVersion)),
          JSON.writeValueAsString(all) + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String rulesetVersion) {
    return "ruleset-" + rulesetVersion + ".json";
  }
}
