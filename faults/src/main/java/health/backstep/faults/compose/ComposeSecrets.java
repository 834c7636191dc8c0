package health.backstep.faults.compose;

import health.backstep.stack.compose.ContainerSecrets;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.nio.file.Path;

/**
 * What {@code ./backstep secrets} has made, as far as a fault run needs it.
 *
 * @param databasePassword of PostgreSQL's superuser
 * @param tokens signed with the trial key
 */
public record ComposeSecrets(ContainerSecrets containers, String databasePassword, Tokens tokens) {

  /**
   * Those of the folder.
   *
   * @throws health.backstep.stack.platform.StackFailure when they are not there
   */
  public static ComposeSecrets in(Path folder) {
    ContainerSecrets containers = new ContainerSecrets(folder);
    return new ComposeSecrets(
        containers, containers.passwordOf("postgres"), new Tokens(Secrets.in(folder.getParent())));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ComposeSecrets";
  }
}
