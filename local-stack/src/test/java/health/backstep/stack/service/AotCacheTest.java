package health.backstep.stack.service;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AotCacheTest {

  @TempDir Path repository;

  private Path jar;
  private AotCache cache;

  @BeforeEach
  void packageService() throws IOException {
    jar = repository.resolve("plan-service/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent().resolve("lib"));
    Files.writeString(jar, "code");
    cache = AotCache.of(PLAN, repository);
  }

  @Test
  void is_beside_the_packaged_service_and_named_to_the_jvm() throws IOException {
    keep(cache.ingredients());

    assertThat(cache.isFresh()).isTrue();
    assertThat(command(List.of()))
        .containsSubsequence(
            "-XX:+UseSerialGC",
            "-XX:AOTMode=auto",
            "-XX:AOTCache=" + repository.resolve("plan-service/target/aot/app.aot"),
            "-jar",
            jar.toString());
  }

  @Test
  void is_not_named_before_there_is_one() {
    assertThat(cache.isFresh()).isFalse();
    assertThat(command(List.of())).noneMatch(AotCacheTest::isOfCache);
  }

  @Test
  void is_too_old_when_a_file_was_written_again_even_if_it_holds_the_same() throws IOException {
    keep(cache.ingredients());
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));

    assertThat(cache.isFresh()).isFalse();
    assertThat(command(List.of())).noneMatch(AotCacheTest::isOfCache);
  }

  @Test
  void is_too_old_when_a_library_came_or_went() throws IOException {
    keep(cache.ingredients());
    Path library = Files.writeString(jar.resolveSibling("lib/library.jar"), "library");
    assertThat(cache.isFresh()).isFalse();

    Files.delete(library);
    assertThat(cache.isFresh()).isTrue();
  }

  @Test
  void is_too_old_when_the_service_was_packaged_while_it_was_made() throws IOException {
    String before = cache.ingredients();
    Files.writeString(jar, "other code");
    keep(before);

    assertThat(cache.isFresh()).isFalse();
  }

  @Test
  void is_bound_to_the_jvm_its_settings_and_the_place() {
    assertThat(cache.ingredients())
        .contains(System.getProperty("java.vm.version"))
        .contains(String.join(" ", ServiceJvm.SETTINGS))
        .contains(repository.toString());
  }

  @Test
  void is_the_same_however_the_repository_is_written() throws IOException {
    keep(cache.ingredients());

    assertThat(AotCache.of(PLAN, repository.resolve("faults/..")).isFresh()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-javaagent:agent.jar", "@arguments", "-agentlib:jdwp", "-XX:+UseZGC"})
  void is_left_out_beside_arguments_under_which_the_jvm_would_refuse_it(String argument)
      throws IOException {
    keep(cache.ingredients());

    assertThat(command(List.of(argument))).contains(argument).noneMatch(AotCacheTest::isOfCache);
    assertThat(command(List.of("-Dname=value"))).anyMatch(AotCacheTest::isOfCache);
  }

  private void keep(String ingredients) throws IOException {
    cache.keep(Files.writeString(cache.draft(), "cache"), ingredients);
  }

  private List<String> command(List<String> jvmArguments) {
    DataFolder data = DataFolder.at(repository.resolve("data"));
    return ServiceProcess.launch("one", PLAN, Map.of(), jvmArguments, repository, data).command();
  }

  private static boolean isOfCache(String argument) {
    return argument.startsWith("-XX:AOT");
  }
}
