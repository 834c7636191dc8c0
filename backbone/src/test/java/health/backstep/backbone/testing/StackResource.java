package health.backstep.backbone.testing;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.ServiceName;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real PostgreSQL and a real Kafka for a service that runs inside the test, set up just as {@code
 * ./backstep up} does. They start once for all tests of a module.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

  /** Names the service whose database is used. */
  public static final String SERVICE = "service";

  private static volatile LocalStack stack;

  private static volatile ServiceName service = ServiceName.PROFILE;

  /** The running stack. */
  public static LocalStack stack() {
    return stack;
  }

  /** The service's database as nobody sees it at work: with every tenant's rows. */
  public static Connection behindTheWall() throws SQLException {
    return stack.postgres().connectAsSuperuser(service.database());
  }

  /** The service's database as the service sees it. */
  public static Connection asTheService() throws SQLException {
    return stack.postgres().connect(service.database(), service.appRole());
  }

  @Override
  public void init(Map<String, String> args) {
    service = ServiceName.valueOf(args.get(SERVICE));
  }

  /**
   * Kafka finds its classes by the thread's class loader, which has to be the one of this class.
   */
  @Override
  public Map<String, String> start() {
    Thread.currentThread().setContextClassLoader(Admin.class.getClassLoader());
    stack = LocalStack.start(StackOptions.withoutServices(folder()), Progress.silent());
    Map<String, String> settings = new HashMap<>(stack.environment(service));
    settings.remove("QUARKUS_HTTP_PORT");
    settings.remove("QUARKUS_HTTP_HOST");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  @Override
  public void stop() {
    if (stack != null) {
      stack.close();
    }
    try {
      FileTree.delete(stack.data().root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "stack");
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
