package health.backstep.backbone.tracing;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Metrics name routes and methods that there are. Of a call that is refused before it has reached a
 * route, the framework would name the path, which holds a patient's pseudonym or whatever else a
 * caller has written there; and for its method it would take any word. Each new word would also be
 * a new meter, kept until the service ends.
 */
public class ImpersonalMeters {

  static final String UNKNOWN = "UNKNOWN";

  private static final String URI = "uri";
  private static final String METHOD = "method";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> NO_ROUTES = Set.of("NOT_FOUND", "REDIRECTION", "root", UNKNOWN);

  private final AtomicReference<Set<String>> routes = new AtomicReference<>();

  @Produces
  @Singleton
  MeterFilter routesOnly(BeanManager beans) {
    return MeterFilter.replaceTagValues(
        URI, uri -> NO_ROUTES.contains(uri) || known(beans).contains(uri) ? uri : UNKNOWN);
  }

  @Produces
  @Singleton
  MeterFilter methodsOnly() {
    return MeterFilter.replaceTagValues(
        METHOD, method -> METHODS.contains(method) ? method : UNKNOWN);
  }

  /** The routes are read when the first call is measured: by then all resources are known. */
  private Set<String> known(BeanManager beans) {
    Set<String> read = routes.get();
    if (read == null) {
      read =
          beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
              .<Class<?>>map(Bean::getBeanClass)
              .filter(type -> type.isAnnotationPresent(Path.class))
              .flatMap(ImpersonalMeters::of)
              .collect(Collectors.toUnmodifiableSet());
      routes.set(read);
    }
    return read;
  }

  /** The addresses of a resource, with their parameters in braces. */
  static Stream<String> of(Class<?> resource) {
    String base = resource.getAnnotation(Path.class).value();
    return Stream.concat(
        Stream.of(base),
        Arrays.stream(resource.getMethods()).map(ImpersonalMeters::below).map(path -> base + path));
  }

  private static String below(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
