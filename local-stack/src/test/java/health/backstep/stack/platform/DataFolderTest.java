package health.backstep.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.secret.ComposedSecrets;
import health.backstep.stack.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void is_made_where_there_is_none_and_taken_again_later() {
    DataFolder data = DataFolder.at(folder.resolve("a/b")).open();
    assertThat(DataFolder.at(data.root()).open()).isEqualTo(data);
  }

  @Test
  void is_never_a_folder_with_other_files() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> DataFolder.at(folder).open())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("holds other files");
  }

  @Test
  void loses_only_what_a_stack_put_there_when_it_is_emptied() throws IOException {
    DataFolder data = DataFolder.at(folder).open();
    Files.createDirectories(folder.resolve("kafka/events-0"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    data.empty();
    assertThat(folder.resolve("kafka")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).exists();
  }

  @Test
  void keeps_what_opens_the_volumes_of_containers_when_it_is_emptied() throws IOException {
    DataFolder data = DataFolder.at(folder).open();
    Secrets.in(data.root());
    data.empty();
    assertThat(folder.resolve("secrets")).doesNotExist();

    ComposedSecrets.makeIn(data.root());
    data.empty();
    assertThat(folder.resolve("secrets/postgres-password")).exists();
  }

  @Test
  void is_not_emptied_when_it_is_not_ours() throws IOException {
    Files.createDirectories(folder.resolve("kafka"));
    assertThatThrownBy(() -> DataFolder.at(folder).empty()).isInstanceOf(StackFailure.class);
    assertThat(folder.resolve("kafka")).exists();
  }

  @Test
  void is_used_by_one_command_at_a_time() {
    DataFolder data = DataFolder.at(folder).open();
    try (FolderLock lock = FolderLock.of(data)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.of(data))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("./backstep down");
    }
    FolderLock.of(data).close();
  }
}
