package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.Part;
import health.backstep.stack.service.ServiceJvm;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A route on the services' framework that serves the same bytes and does nothing else, in a JVM
 * like theirs. It is an application of its own, so that nothing of a service is in its way, and no
 * service has a route for it.
 */
record BareRoute(URI url) {

  private static final String NAME = "bare-route";
  private static final String PATH = "/document";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  /**
   * Starts it; it ends with the stack.
   *
   * @throws StackFailure when it is not built or does not start
   */
  static BareRoute serving(String document, LocalStack stack) throws IOException {
    Path file = stack.data().work(NAME).resolve("document.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, document);
    int port = LocalPort.free(1).getFirst();
    BareRoute route = new BareRoute(ServiceProcess.url(port));
    Child child = launch(stack, file, port).start();
    stack.take(child, Part.SERVICE, port);
    child.awaitReady(START_LIMIT, route::answers);
    return route;
  }

  ReadLoad load() {
    return new ReadLoad(this::connect, List.of(PATH));
  }

  private KeepAlive connect() throws IOException {
    return KeepAlive.to(url, "none");
  }

  private boolean answers() {
    try (KeepAlive connection = connect()) {
      return connection.get(PATH).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static Launch launch(LocalStack stack, Path document, int port) {
    Path jar =
        stack.repository().resolve("local-stack/bare-route/target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new StackFailure(
          "The bare route is not built: %s is missing. Build it with: ./mvnw -DskipTests package"
              .formatted(jar));
    }
    List<String> command = new ArrayList<>(ServiceJvm.command());
    command.addAll(List.of("-jar", jar.toString()));
    Map<String, String> told =
        Map.of(
            "QUARKUS_HTTP_PORT",
            Integer.toString(port),
            "QUARKUS_HTTP_HOST",
            LocalPort.HOST,
            "BACKSTEP_BARE_ROUTE_DOCUMENT",
            document.toString());
    return new Launch(NAME, command, told, stack.data().work(NAME), stack.data().log(NAME));
  }
}
