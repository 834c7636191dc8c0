package health.backstep.stack.cli;

import health.backstep.stack.demo.Api;
import health.backstep.stack.demo.ApiFailure;
import health.backstep.stack.demo.Demo;
import health.backstep.stack.demo.Demo.Speed;
import health.backstep.stack.demo.Ink;
import health.backstep.stack.demo.Page;
import health.backstep.stack.demo.StoryBroken;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import java.io.Console;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what the platform is for, by letting it happen. */
@Command(
    name = "demo",
    description = {
      "Plays six weeks of one patient against the running platform.",
      "Exit code 1 when the platform does something else than the story tells."
    })
final class DemoCommand implements Callable<Integer> {

  private static final int DEFAULT_COLUMNS = 92;

  @Mixin private DataOption data;

  @Option(
      names = "--speed",
      paramLabel = "fast|slow",
      defaultValue = "fast",
      description = "slow pauses after each step (default ${DEFAULT-VALUE}).")
  private String speed;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "One address for all services, such as a gateway's: http://127.0.0.1:8080.")
  private URI url;

  @Option(
      names = "--token",
      paramLabel = "T",
      description = "A bearer token with all scopes (default: one that the data folder signs).")
  private String token;

  @Override
  public Integer call() {
    Speed chosen = speed();
    Api api = new Api(addresses(), token == null ? token() : token);
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Page page = new Page(System.out, Ink.of(terminal, System.getenv()), columns());
    try {
      Demo.play(api, page, chosen);
      return 0;
    } catch (StoryBroken | ApiFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private Speed speed() {
    try {
      return Speed.valueOf(speed.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new StackFailure("--speed is fast or slow, not '" + speed + "'.", e);
    }
  }

  private Map<ServiceName, URI> addresses() {
    return url == null ? new RunningServices(data).urls() : everywhere(url);
  }

  private static Map<ServiceName, URI> everywhere(URI url) {
    if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
      throw new StackFailure(
          "--url is an address such as http://127.0.0.1:8080, not '" + url + "'.");
    }
    return Arrays.stream(ServiceName.values())
        .collect(Collectors.toMap(Function.identity(), service -> url));
  }

  private String token() {
    if (!Secrets.existIn(data.folder().root())) {
      throw new StackFailure(
          ("%s has no key to sign a token with: give one with --token, or make the key with"
                  + " ./backstep secrets.")
              .formatted(data.path()));
    }
    Tokens tokens = new Tokens(Secrets.in(data.folder().root()));
    return tokens.issue(new TokenRequest("demo", Scopes.all(), "storyteller", Duration.ofHours(1)));
  }

  private static int columns() {
    try {
      return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }
}
