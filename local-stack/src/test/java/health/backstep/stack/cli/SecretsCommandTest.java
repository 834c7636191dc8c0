package health.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsCommandTest {

  @TempDir Path repository;

  @Test
  void makes_settings_of_the_example_and_leaves_them_from_then_on() throws IOException {
    Files.writeString(repository.resolve(".env.example"), "BACKSTEP_PORT=8080\n");

    assertThat(SecretsCommand.makeSettings(repository)).isTrue();
    assertThat(repository.resolve(".env")).hasContent("BACKSTEP_PORT=8080");

    Files.writeString(repository.resolve(".env"), "BACKSTEP_PORT=9090\n");
    assertThat(SecretsCommand.makeSettings(repository)).isFalse();
    assertThat(repository.resolve(".env")).hasContent("BACKSTEP_PORT=9090");
  }
}
