package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.faults.cluster.Layout;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockAgentTest {

  @TempDir private Path folder;

  @Test
  void onlySessionServiceGetsTheAgentAndItsClockIsRightAtFirst() throws IOException {
    Path file = folder.resolve("clock");
    Layout layout = new ClockAgent(folder.resolve("agent.jar"), file).into(Layout.standard());

    List<String> arguments = layout.jvmArgumentsOf(ServiceName.SESSION);
    assertThat(arguments).contains("-javaagent:" + folder.resolve("agent.jar") + "=clock=" + file);
    assertThat(ClockAgent.fileIn(arguments)).contains(file);
    assertThat(layout.jvmArgumentsOf(ServiceName.PLAN)).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("0");
  }

  @Test
  void withoutTheAgentNoClockCanStep() {
    assertThat(ClockAgent.builtIn(folder)).isEmpty();
    assertThat(ClockAgent.fileIn(List.of("-Xmx1g"))).isEmpty();
    assertThat(new ClockStep().impossibleBecause(new CalmCluster())).contains("no clock agent");
  }
}
