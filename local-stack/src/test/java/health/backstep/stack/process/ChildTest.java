package health.backstep.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir Path folder;

  @Test
  void that_ends_while_starting_shows_its_exit_code_and_the_end_of_its_log() {
    Child child = shell("for i in $(seq 40); do echo line $i; done; exit 3");
    assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(30), () -> false))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("sample ended with exit code 3")
        .hasMessageContaining(folder.resolve("log").toString())
        .hasMessageContaining("| line 26\n")
        .hasMessageContaining("| line 40")
        .hasMessageNotContaining("| line 25\n");
  }

  @Test
  void that_does_not_become_ready_is_told_with_the_time_it_was_given() {
    Child child = shell("exec sleep 600");
    assertThatThrownBy(() -> child.awaitReady(Duration.ZERO, () -> false))
        .hasMessageContaining("sample was not ready after 0 s");
    child.identity().kill();
  }

  @Test
  void has_a_session_of_its_own_and_only_the_environment_it_was_given() throws IOException {
    Child child = shell("cut -d' ' -f1,6 /proc/$$/stat; env | cut -d= -f1 | sort");
    assertThat(child.exit().join()).isZero();
    List<String> printed = Files.readAllLines(child.log());
    long pid = child.identity().pid();
    assertThat(printed.getFirst()).isEqualTo(pid + " " + pid);
    assertThat(printed).contains("SAMPLE_SECRET", "PATH").doesNotContain("JAVA_HOME", "MAVEN_OPTS");
  }

  private Child shell(String script) {
    return new Launch(
            "sample",
            List.of("/bin/sh", "-c", script),
            Map.of("SAMPLE_SECRET", "x"),
            folder,
            folder.resolve("log"))
        .start();
  }
}
