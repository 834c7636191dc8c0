package health.backstep.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

  @TempDir Path folder;

  private Path file;
  private final List<Child> started = new ArrayList<>();

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("run/processes.json");
  }

  @AfterEach
  void endAll() {
    started.forEach(child -> child.identity().kill());
  }

  @Test
  void is_found_again_by_a_later_command() {
    RunningProcess database = running("postgres", Part.DATABASE);
    ProcessTable.at(file).put(database);
    assertThat(ProcessTable.at(file).alive()).containsExactly(database);
  }

  @Test
  void ends_services_before_the_broker_and_the_database_last() {
    ProcessTable table = ProcessTable.at(file);
    table.put(running("postgres", Part.DATABASE));
    table.put(running("kafka", Part.BROKER));
    table.put(running("plan-service", Part.SERVICE));
    List<String> order = new ArrayList<>();
    ProcessTable.at(file).endAll((process, took) -> order.add(process.name()));
    assertThat(order).containsExactly("plan-service", "kafka", "postgres");
    assertThat(started).noneMatch(child -> child.identity().isAlive());
    assertThat(ProcessTable.at(file).all()).isEmpty();
  }

  @Test
  void leaves_a_process_alone_that_got_the_pid_of_one_of_ours() {
    RunningProcess stranger = running("stranger", Part.SERVICE);
    ProcessTable table = ProcessTable.at(file);
    table.put(
        new RunningProcess(
            "plan-service", Part.SERVICE, stranger.pid(), "an earlier start", 8082, "url"));
    assertThat(table.alive()).isEmpty();
    table.endAll((process, took) -> {});
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void ends_a_process_at_once_that_comes_after_all_were_ended() {
    ProcessTable table = ProcessTable.at(file);
    table.endAll((process, took) -> {});
    RunningProcess late = running("late", Part.SERVICE);
    table.put(late);
    assertThat(late.isAlive()).isFalse();
  }

  @Test
  void kills_what_does_not_end_in_time() {
    RunningProcess deaf =
        running("deaf", Part.SERVICE, "trap '' TERM; while :; do read -r x; done");
    deaf.identity().send(Signal.TERM);
    deaf.identity().endWithin(Duration.ofMillis(50));
    assertThat(deaf.isAlive()).isFalse();
  }

  private RunningProcess running(String name, Part part) {
    return running(name, part, "exec sleep 600");
  }

  private RunningProcess running(String name, Part part, String script) {
    Child child =
        new Launch(name, List.of("/bin/sh", "-c", script), Map.of(), folder, folder.resolve("log"))
            .start();
    started.add(child);
    return RunningProcess.of(child, part, 1, "url");
  }
}
