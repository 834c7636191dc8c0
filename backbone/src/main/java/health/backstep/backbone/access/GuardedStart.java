package health.backstep.backbone.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a service from starting with a route that names no scope: what is forgotten is found before
 * the first request, and not by the first caller.
 */
@ApplicationScoped
public class GuardedStart {

  /** Before every other observer of the start. */
  private static final int FIRST = 1;

  private final BeanManager beans;
  private final String service;

  GuardedStart(
      BeanManager beans, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.beans = beans;
    this.service = service;
  }

  void check(@Observes @Priority(FIRST) StartupEvent starting) {
    List<String> open = OpenRoutes.in(resources());
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "%s does not start: these routes name no scope that opens them: %s"
              .formatted(service, String.join(", ", open)));
    }
  }

  private Stream<Class<?>> resources() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .distinct();
  }
}
