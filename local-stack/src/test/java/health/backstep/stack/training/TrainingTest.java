package health.backstep.stack.training;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.Progress;
import health.backstep.stack.SampleService;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.service.AotCache;
import health.backstep.stack.service.ServiceHealth;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

  @TempDir Path repository;

  private AotCache cache;

  @BeforeEach
  void packageService() throws IOException {
    SampleService.packageInto(repository, "plan-service");
    cache = AotCache.of(PLAN, repository);
  }

  @Test
  void leaves_a_cache_out_of_which_the_next_start_takes_the_service() throws IOException {
    Training.renew(List.of(PROFILE, PLAN), repository, Progress.silent());

    assertThat(cache.isFresh()).isTrue();
    assertThat(AotCache.of(PROFILE, repository).isFresh()).isFalse();
    assertThat(logOfAStartThatNeedsTheCache())
        .contains(SampleService.class.getName() + " source: shared objects file");
    assertThat(repository.resolve("local-stack/target/training/postgres")).doesNotExist();
  }

  @Test
  void happens_only_again_after_the_service_was_packaged_again() throws IOException {
    Training.renew(List.of(PLAN), repository, Progress.silent());
    Path file = repository.resolve("plan-service/target/aot/app.aot");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    Training.renew(List.of(PLAN), repository, Progress.silent());
    assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();

    Files.setLastModifiedTime(
        cache.packaged().resolve("quarkus-run.jar"), FileTime.fromMillis(1_000));
    Training.renew(List.of(PLAN), repository, Progress.silent());
    assertThat(Files.getLastModifiedTime(file).toMillis()).isPositive();
    assertThat(cache.isFresh()).isTrue();
  }

  private String logOfAStartThatNeedsTheCache() throws IOException {
    int port = LocalPort.free(1).getFirst();
    List<String> arguments = new ArrayList<>(cache.arguments());
    arguments.addAll(List.of("-XX:AOTMode=on", "-Xlog:class+load"));
    Launch launch =
        ServiceProcess.launchUncached(
            PLAN,
            Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_HTTP_HOST", LocalPort.HOST),
            arguments,
            repository,
            DataFolder.at(repository.resolve("data")));
    Child service = launch.start();
    try {
      service.awaitReady(Duration.ofMinutes(1), () -> ServiceHealth.isReady(port));
      return Files.readString(launch.log());
    } finally {
      service.identity().kill();
    }
  }
}
