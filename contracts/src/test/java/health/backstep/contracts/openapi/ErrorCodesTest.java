package health.backstep.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the services can answer is explained to callers. */
class ErrorCodesTest {

  private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
  private static final Pattern ANSWERS =
      Pattern.compile("\\b(ProblemException|Refused|Fault|Problem)\\b");
  private static final Pattern SOURCE =
      Pattern.compile(
          "(backbone|wire|(profile|plan|session)-service(/model|/simulation)?)/src/main/java/.*\\.java");

  @Test
  void everyCodeInTheSourcesIsExplained() {
    Set<String> used = codesIn(Path.of(".."));
    assertThat(used)
        .contains("PATIENT_NOT_FOUND", "PLAN_VERSION_UNKNOWN", "IDEMPOTENCY_KEY_REUSED");
    assertThat(ApiDocuments.codes()).containsAll(used);
  }

  private static Set<String> codesIn(Path repository) {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(repository)) {
      files
          .filter(file -> SOURCE.matcher(repository.relativize(file).toString()).matches())
          .map(ErrorCodesTest::read)
          .filter(source -> ANSWERS.matcher(source).find())
          .flatMap(source -> CODE.matcher(source).results())
          .map(found -> found.group(1))
          .filter(code -> !code.startsWith("BACKSTEP_"))
          .forEach(codes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
