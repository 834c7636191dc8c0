package health.backstep.backbone.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large a body may be: the service's limit, and a larger one for the one route that needs it.
 */
@ApplicationScoped
class BodyLimits {

  private final int usual;
  private final int large;
  private final String largePath;

  /**
   * Takes the limits from the configuration.
   *
   * @param framework the framework's own limit, which holds for the large route
   * @param usual for all other routes; without it all have the framework's
   * @param largePath path of the route with large bodies
   */
  BodyLimits(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize framework,
      @ConfigProperty(name = "backstep.body.usual") Optional<MemorySize> usual,
      @ConfigProperty(name = "backstep.body.large-path") Optional<String> largePath) {
    this.large = Math.toIntExact(framework.asLongValue());
    this.usual = usual.map(size -> Math.toIntExact(size.asLongValue())).orElse(large);
    this.largePath = largePath.orElse("");
  }

  int of(String path) {
    return path.equals(largePath) ? large : usual;
  }
}
