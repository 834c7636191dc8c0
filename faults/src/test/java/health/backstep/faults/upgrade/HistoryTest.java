package health.backstep.faults.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final String MIGRATION =
      "plan-service/src/main/resources/db/migration/V1001__plans.sql";

  @TempDir private Path clone;

  @BeforeEach
  void withoutACommit() throws Exception {
    git("init", "--quiet");
  }

  @Test
  void theVersionBeforeIsTheOneBeforeTheNewestChangeOfTheServices() throws Exception {
    String first = committed(MIGRATION);
    committed("plan-service/model/src/main/java/Plan.java");
    committed("docs/plans.md");

    assertThat(new History(clone).before()).isEqualTo(first);
  }

  @Test
  void withoutSuchAChangeItIsTheOneBeforeTheLast() throws Exception {
    committed("README.md");
    String second = committed("docs/plans.md");
    committed("docs/events.md");

    assertThat(new History(clone).before()).isEqualTo(second);
  }

  @Test
  void aCloneWithoutHistoryIsToldHowToGetIt() throws Exception {
    committed(MIGRATION);

    assertThatThrownBy(() -> new History(clone).before())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("git fetch --unshallow");
  }

  @Test
  void aCommitIsFoundByAnyOfItsNames() throws Exception {
    String first = committed(MIGRATION);
    committed("docs/plans.md");
    History history = new History(clone);

    assertThat(history.commit("HEAD~1")).isEqualTo(first);
    assertThatThrownBy(() -> history.commit("HEAD~7"))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("HEAD~7");
  }

  @Test
  void filesOfACommitAreCheckedOutAgainWhereTheyWereRemoved() throws Exception {
    String first = committed(MIGRATION);
    Path folder = clone.resolve("versions").resolve(first);
    new History(clone).checkOut(first, folder);
    assertThat(folder.resolve(MIGRATION)).exists();
    Files.move(folder, clone.resolve("moved"));

    new History(clone).checkOut(first, folder);

    assertThat(folder.resolve(MIGRATION)).exists();
  }

  private String committed(String file) throws IOException, InterruptedException {
    Path path = clone.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file);
    git("add", file);
    git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-qm", file);
    return git("rev-parse", "HEAD");
  }

  private String git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", clone.toString()));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(git.waitFor()).as(said).isZero();
    return said;
  }
}
