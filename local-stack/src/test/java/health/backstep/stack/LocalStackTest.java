package health.backstep.stack;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.service.ServiceHealth;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

  @TempDir Path dataDir;

  @Test
  void has_the_topics_of_the_contract_and_refuses_a_second_start_and_leaves_nothing_running()
      throws Exception {
    StackOptions options = StackOptions.withoutServices(dataDir);
    List<RunningProcess> processes;
    try (LocalStack stack = LocalStack.start(options, Progress.silent())) {
      processes = stack.processes();
      assertThat(processes).allMatch(RunningProcess::isAlive).hasSize(2);
      assertThat(topicsOf(stack))
          .containsAll(Topics.fromContract().stream().map(TopicSpec::name).toList());
      assertThatThrownBy(() -> LocalStack.start(options, Progress.silent()))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("already runs")
          .hasMessageContaining("./backstep down");
    }
    assertThat(processes).noneMatch(RunningProcess::isAlive);
  }

  @Test
  void kills_and_starts_a_service_by_its_name_and_tells_it_what_it_needs(@TempDir Path repository)
      throws Exception {
    SampleService.packageInto(repository, "plan-service");
    StackOptions options =
        new StackOptions(dataDir, Ports.free(), Set.of(PLAN), repository, false, false);
    try (LocalStack stack = LocalStack.start(options, Progress.silent())) {
      assertThat(told(stack)).containsAll(stack.environment(PLAN).keySet());
      stack.kill(PLAN);
      assertThat(ServiceHealth.isReady(stack.ports().plan())).isFalse();
      stack.start(PLAN);
      assertThat(ServiceHealth.isReady(stack.ports().plan())).isTrue();
      stack.stop(PLAN);
      assertThat(ServiceHealth.isReady(stack.ports().plan())).isFalse();
      assertThat(stack.processes()).extracting(RunningProcess::name).contains("plan-service");
    }
  }

  @Test
  void goes_on_without_the_jvm_that_started_it_when_detached() {
    StackOptions options = StackOptions.withoutServices(dataDir).outlivingUs(true);
    LocalStack stack = LocalStack.start(options, Progress.silent());
    ProcessTable later = ProcessTable.at(stack.data().processTable());
    assertThat(later.alive()).hasSize(2);
    later.endAll((process, took) -> {});
    assertThat(stack.children()).noneMatch(child -> child.identity().isAlive());
    stack.close();
  }

  @Test
  void stops_what_it_began_when_a_service_is_not_built(@TempDir Path repository) {
    StackOptions options =
        new StackOptions(dataDir, Ports.free(), Set.of(PLAN), repository, false, false);
    assertThatThrownBy(() -> LocalStack.start(options, Progress.silent()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("plan-service is not built");
    assertThat(ProcessTable.at(dataDir.resolve("run/processes.json")).all()).isEmpty();
  }

  @Test
  void starts_nothing_when_a_port_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = taken.getLocalPort();
      Ports free = Ports.free();
      Ports ports =
          new Ports(
              free.kafka(), free.kafkaController(), free.postgres(), free.profile(), port, 8083);
      StackOptions options = StackOptions.everything(dataDir, dataDir).onPorts(ports);
      assertThatThrownBy(() -> LocalStack.start(options, Progress.silent()))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + port + " is taken by java")
          .hasMessageContaining("plan-service needs it");
      assertThat(dataDir.resolve("postgres")).doesNotExist();
    }
  }

  private static List<String> told(LocalStack stack) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(stack.url(PLAN)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofLines()).body().toList();
    }
  }

  private static Set<String> topicsOf(LocalStack stack) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    }
  }
}
