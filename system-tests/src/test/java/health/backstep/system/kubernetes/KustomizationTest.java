package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.secret.ComposedSecrets;
import health.backstep.system.compose.ComposeFile;
import health.backstep.system.kubernetes.Manifests.Manifest;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kustomize finds what it looks for, and nothing lies about that it does not take in. */
class KustomizationTest {

  private static final Kustomized EXAMPLE =
      Kustomized.in(Manifests.FOLDER.resolve("overlays/example"));
  private static final Kustomized SECRETS = Kustomized.in(EXAMPLE.folder().resolve("secrets"));
  private static final Path MADE = ComposeFile.REPOSITORY.resolve(".backstep");

  private static List<Kustomized> all() {
    return Kustomized.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void takes_in_the_files_of_its_folder_and_none_that_is_not_there(Kustomized one)
      throws IOException {
    try (Stream<Path> entries = Files.list(one.folder())) {
      List<Path> own =
          entries.filter(Files::isRegularFile).filter(file -> !Kustomized.isOne(file)).toList();
      assertThat(one.files().stream().filter(file -> !file.startsWith(MADE)))
          .containsExactlyInAnyOrderElementsOf(own);
    }
  }

  @Test
  void the_example_is_all_of_it() {
    assertThat(EXAMPLE.whole().map(Kustomized::folder))
        .containsExactlyInAnyOrderElementsOf(all().stream().map(Kustomized::folder).toList());
  }

  @Test
  void all_of_it_is_in_one_namespace() {
    String name = Manifests.of(Namespace.class).getFirst().getMetadata().getName();
    assertThat(EXAMPLE.whole())
        .filteredOn(one -> one.folder().startsWith(Manifests.FOLDER))
        .allSatisfy(one -> assertThat(one.content().getNamespace()).isEqualTo(name));
    assertThat(Manifests.all())
        .isNotEmpty()
        .allSatisfy(
            manifest ->
                assertThat(manifest.written().at("/metadata/namespace").isMissingNode()).isTrue());
  }

  @Test
  void no_resource_is_there_twice() {
    assertThat(Manifests.all().stream().map(KustomizationTest::identity)).doesNotHaveDuplicates();
  }

  private static String identity(Manifest manifest) {
    return manifest.written().path("kind").asText() + " " + manifest.name();
  }

  @Test
  void the_examples_secrets_are_files_that_the_command_makes(@TempDir Path made) {
    ComposedSecrets.makeIn(made);
    assertThat(SECRETS.files())
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(made.resolve(MADE.relativize(file).toString())).isNotEmptyFile());
  }

  @Test
  void the_examples_secrets_say_nothing_themselves_but_names_of_users() {
    assertThat(SECRETS.content().getSecretGenerator())
        .allSatisfy(
            secret -> {
              assertThat(secret.getEnvs()).isEmpty();
              assertThat(secret.getLiterals()).allMatch(said -> said.matches("username=\\w+"));
            });
    Set<Path> withSecrets =
        all().stream()
            .filter(one -> !one.content().getSecretGenerator().isEmpty())
            .map(Kustomized::folder)
            .collect(Collectors.toSet());
    assertThat(withSecrets).containsExactly(SECRETS.folder());
  }
}
