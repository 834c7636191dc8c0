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
      if (makeSettings(Repository.root())) {
        System.out.printf("Settings are in .env; nothing in there is secret.%n");
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot write " + e.getMessage() + ".", e);
    }
    System.out.println("Next: docker compose up -d --wait");
    return 0;
  }

  /** Whether they were missing. They are beside docker-compose.yml, where Docker looks for them. */
  static boolean makeSettings(Path repository) throws IOException {
    Path settings = repository.resolve(".env");
    if (Files.exists(settings)) {
      return false;
    }
    Files.copy(repository.resolve(".env.example"), settings);
    return true;
  }

  private static Path secrets(Path folder) {
    return folder.resolve("secrets");
  }
}
