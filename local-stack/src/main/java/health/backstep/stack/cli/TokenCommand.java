package health.backstep.stack.cli;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token alone, so that a shell can take it into a variable. */
@Command(name = "token", description = "Prints a bearer token for the stack of the data folder.")
final class TokenCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--tenant", paramLabel = "T", required = true, description = "The partner.")
  private String tenant;

  @Option(
      names = "--scope",
      paramLabel = "\"S ...\"",
      required = true,
      description = "Scopes, separated by spaces, such as \"plans:read sessions:write\".")
  private String scope;

  @Option(
      names = "--sub",
      paramLabel = "S",
      defaultValue = "local-user",
      description = "Client or person (default ${DEFAULT-VALUE}).")
  private String subject;

  @Option(
      names = "--ttl",
      paramLabel = "PERIOD",
      defaultValue = "PT1H",
      description = "Time to live as ISO-8601 (default ${DEFAULT-VALUE}).")
  private Duration ttl;

  @Override
  public Integer call() {
    Set<String> scopes = requestedScopes();
    if (tenant.isBlank() || subject.isBlank()) {
      throw new StackFailure("--tenant and --sub need a name each.");
    }
    if (!ttl.isPositive()) {
      throw new StackFailure("--ttl must be longer than nothing, such as PT1H; it is " + ttl + ".");
    }
    DataFolder folder = data.folder();
    if (!Secrets.existIn(folder.root())) {
      throw data.nothingHere();
    }
    Tokens tokens = new Tokens(Secrets.in(folder.root()));
    System.out.println(tokens.issue(new TokenRequest(tenant, scopes, subject, ttl)));
    return 0;
  }

  private Set<String> requestedScopes() {
    Set<String> scopes = new TreeSet<>(Set.of(scope.strip().split("\\s+")));
    Set<String> unknown = new TreeSet<>(scopes);
    unknown.removeAll(Scopes.all());
    if (!unknown.isEmpty()) {
      throw new StackFailure(
          "Unknown scope '%s'. There are: %s."
              .formatted(String.join(" ", unknown), String.join(" ", Scopes.ALL)));
    }
    return scopes;
  }
}
