package health.backstep.faults.compose;

import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code ./backstep secrets} has made, as far as a fault run needs it.
 *
 * @param databasePassword of PostgreSQL's superuser
 * @param operationsPassword of the Kafka user who may do everything
 * @param tokens signed with the trial key
 */
public record ComposeSecrets(String databasePassword, String operationsPassword, Tokens tokens) {

  /**
   * Those of the folder.
   *
   * @throws StackFailure when they are not there
   */
  public static ComposeSecrets in(Path folder) {
    return new ComposeSecrets(
        read(folder, "postgres-password"),
        read(folder, "kafka-operations-password"),
        new Tokens(Secrets.in(folder.getParent())));
  }

  private static String read(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw new StackFailure(
          "%s cannot be read. First: ./backstep secrets".formatted(folder.resolve(name)));
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ComposeSecrets";
  }
}
