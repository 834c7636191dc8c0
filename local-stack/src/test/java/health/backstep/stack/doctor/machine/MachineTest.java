package health.backstep.stack.doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Limits;
import health.backstep.stack.doctor.LocalPlace;
import health.backstep.stack.doctor.Severity;
import health.backstep.stack.doctor.machine.PortsCheck.Need;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path folder;

  @Test
  void a_full_disk_is_wrong_and_one_that_fills_up_a_warning() throws Exception {
    Limits limits = Limits.standard();

    assertThat(disk(limits.withDisk(Long.MAX_VALUE, Long.MAX_VALUE)))
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WRONG);
              assertThat(finding.where()).isEqualTo(folder.resolve("data").toString());
              assertThat(finding.what()).contains("stop without room");
              assertThat(finding.remedy()).hasValue("make room; this shows what takes it: du");
            });
    assertThat(disk(limits.withDisk(0, Long.MAX_VALUE)).severity()).isEqualTo(Severity.WARNING);
    assertThat(disk(limits.withDisk(0, 0)).severity()).isEqualTo(Severity.OK);
  }

  @Test
  void memory_that_runs_out_is_wrong_and_too_little_to_start_a_warning() throws Exception {
    assertThat(memory(100_000, 0).severity()).isEqualTo(Severity.WRONG);
    assertThat(memory(1_000_000, 1_500L << 20).what())
        .isEqualTo("976 MB are free, and 1.5 GB are needed to start");
    assertThat(memory(4_000_000, 1_500L << 20).severity()).isEqualTo(Severity.OK);
  }

  @Test
  void an_older_java_is_wrong() {
    Path home = Path.of("/opt/jdk");

    assertThat(new JdkCheck(Runtime.Version.parse("17.0.9+9"), home).look().getFirst())
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WRONG);
              assertThat(finding.remedy().orElseThrow()).contains("BACKSTEP_JAVA_HOME");
            });
    assertThat(JdkCheck.ofThisJvm().look().getFirst().severity()).isEqualTo(Severity.OK);
  }

  @Test
  void a_port_that_somebody_else_holds_is_told_with_who_it_is() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Finding finding = ports(taken.getLocalPort(), OptionalLong.empty());

      assertThat(finding.severity()).isEqualTo(Severity.WRONG);
      assertThat(finding.where()).isEqualTo("plan-service");
      assertThat(finding.what())
          .startsWith("port %d is taken by java (pid ".formatted(taken.getLocalPort()));
      assertThat(finding.remedy())
          .hasValue("kill %d, or move".formatted(ProcessHandle.current().pid()));
    }
  }

  @Test
  void a_port_that_the_part_itself_holds_is_its_own() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      long here = ProcessHandle.current().pid();

      assertThat(ports(taken.getLocalPort(), OptionalLong.of(here)).severity())
          .isEqualTo(Severity.OK);
    }
  }

  @Test
  void without_a_process_nothing_runs() {
    LocalPlace place = new LocalPlace(" --data " + folder);

    Finding finding = new ProcessesCheck(folder, List.of(), place).look().getFirst();

    assertThat(finding.severity()).isEqualTo(Severity.WRONG);
    assertThat(finding.what()).isEqualTo("nothing is running here");
    assertThat(finding.remedy()).hasValue("./backstep up --detach --data " + folder);
  }

  private Finding disk(Limits limits) throws Exception {
    return new DiskCheck(folder.resolve("data"), "du", limits).look().getFirst();
  }

  private Finding memory(long kilobytes, long toStart) throws Exception {
    Path kernel =
        Files.writeString(
            folder.resolve("meminfo"),
            "MemTotal:       16000000 kB\nMemAvailable:   %d kB\n".formatted(kilobytes));
    return new MemoryCheck(kernel, toStart, Limits.standard()).look().getFirst();
  }

  private static Finding ports(int port, OptionalLong owner) {
    return new PortsCheck(List.of(new Need("plan-service", port, owner)), "move").look().getFirst();
  }
}
