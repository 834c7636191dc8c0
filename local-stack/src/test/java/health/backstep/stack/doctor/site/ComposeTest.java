package health.backstep.stack.doctor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.stack.compose.ContainerState;
import health.backstep.stack.doctor.ComposePlace;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the engine's words. */
class ComposeTest {

  private static final ComposePlace PLACE = new ComposePlace("172.18.0.3:5432");

  @TempDir Path repository;

  @Test
  void nothing_runs_where_all_containers_have_ended() {
    Finding finding = look(List.of(ended("postgres", 0, false))).getFirst();

    assertThat(finding.what()).isEqualTo("nothing is running here");
    assertThat(finding.remedy()).hasValue("docker compose up -d --wait");
  }

  @Test
  void each_container_of_the_core_is_told_of_by_its_name() {
    List<ContainerState> there =
        List.of(
            runs("gateway", "healthy"),
            runs("postgres", "unhealthy"),
            ended("kafka", 1, false),
            ended("plan-service", 137, true),
            runs("session-service", "starting"),
            ended("create-databases", 0, false),
            ended("create-topics", 1, false));

    assertThat(look(there))
        .extracting(Finding::where, Finding::severity, Finding::what)
        .containsExactly(
            tuple("gateway", Severity.OK, "runs"),
            tuple("postgres", Severity.WRONG, "is unhealthy"),
            tuple("kafka", Severity.WRONG, "has ended with exit code 1"),
            tuple("profile-service", Severity.WRONG, "is not there"),
            tuple("plan-service", Severity.WRONG, "was ended for want of memory"),
            tuple("session-service", Severity.WARNING, "is starting"),
            tuple("create-topics", Severity.WRONG, "has ended with exit code 1"));
  }

  @Test
  void settings_are_read_as_compose_reads_them() throws Exception {
    Files.writeString(
        repository.resolve(".env"),
        "# comment=1\nBACKSTEP_JWKS=https://id.example.org/keys?a=b\nBACKSTEP_OTLP=\n");

    ComposeSettings settings = ComposeSettings.in(repository);

    assertThat(settings.get("BACKSTEP_JWKS", "")).isEqualTo("https://id.example.org/keys?a=b");
    assertThat(settings.get("BACKSTEP_OTLP", "none")).isEqualTo("none");
    assertThat(settings.get("# comment", "none")).isEqualTo("none");
  }

  private static List<Finding> look(List<ContainerState> there) {
    return new ContainersCheck(there, PLACE).look();
  }

  private static ContainerState runs(String service, String health) {
    return new ContainerState(service, true, 0, false, health, "172.18.0.9");
  }

  private static ContainerState ended(String service, int exitCode, boolean outOfMemory) {
    return new ContainerState(service, false, exitCode, outOfMemory, "", "");
  }
}
