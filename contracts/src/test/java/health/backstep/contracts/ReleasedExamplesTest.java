package health.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedExamplesTest {

  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir private Path folder;

  @Test
  void every_released_example_is_still_there_as_it_was() {
    assertThat(ReleasedExamples.faults(ReleasedExamples.LIST, ReleasedExamples.FOLDER)).isEmpty();
  }

  @Test
  void every_released_version_has_released_examples() {
    assertThat(ReleasedExamples.in(ReleasedExamples.LIST))
        .extracting(ReleasedExamples.Line::type)
        .containsAll(SchemaFile.types(SchemaFile.RELEASED));
  }

  @Test
  void an_example_that_was_removed_or_changed_is_told() throws IOException {
    Path list = listed("pt.a.b.v1/kept.json", "pt.a.b.v1/changed.json", "pt.a.b.v1/removed.json");
    write("pt.a.b.v1/kept.json", "hello");
    write("pt.a.b.v1/changed.json", "hello!");

    assertThat(ReleasedExamples.faults(list, folder))
        .containsExactly(
            "pt.a.b.v1/changed.json is not as it was released: restore it and add a new example",
            "pt.a.b.v1/removed.json was released and is gone: restore it");
  }

  @Test
  void an_example_that_was_added_needs_no_line() throws IOException {
    Path list = listed("pt.a.b.v1/kept.json");
    write("pt.a.b.v1/kept.json", "hello");
    write("pt.a.b.v1/added.json", "new");

    assertThat(ReleasedExamples.faults(list, folder)).isEmpty();
  }

  private Path listed(String... paths) throws IOException {
    return Files.writeString(
        folder.resolve("examples.txt"), HELLO + "  " + String.join("\n" + HELLO + "  ", paths));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
