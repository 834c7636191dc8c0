package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.ComposedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Before the first {@code docker compose up}. Can be repeated: it makes what is missing. */
@Command(
    name = "secrets",
    description = {
      "Makes the passwords and keys that docker-compose.yml needs, and .env.",
      "What is there already stays as it is."
    })
final class SecretsCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Path folder = data.folder().open().root();
    ComposedSecrets.makeIn(folder);
    try {
      Files.createDirectories(folder.resolve("operator"));
      System.out.printf("Passwords and keys are in %s; keep a copy of them.%n", secrets(folder));
      makeSettings();
    } catch (IOException e) {
      throw new StackFailure("Cannot write " + e.getMessage() + ".", e);
    }
    System.out.println("Next: docker compose up -d --wait");
    return 0;
  }

  /** Beside docker-compose.yml, where Docker looks for it. */
  private static void makeSettings() throws IOException {
    Path settings = Repository.root().resolve(".env");
    Path example = settings.resolveSibling(".env.example");
    if (Files.notExists(settings)) {
      Files.copy(example, settings);
      System.out.printf("Settings are in %s; nothing in there is secret.%n", settings);
    }
  }

  private static Path secrets(Path folder) {
    return folder.resolve("secrets");
  }
}
