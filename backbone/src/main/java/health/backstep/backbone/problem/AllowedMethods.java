package health.backstep.backbone.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * Which methods the path of the running call takes. The framework knows them when it refuses a
 * method, but leaves out the {@code Allow} that RFC 9110 asks for.
 */
final class AllowedMethods {

  private AllowedMethods() {}

  /** The value of {@code Allow}, in alphabetical order. */
  static String here() {
    ResteasyReactiveRequestContext call = CurrentRequestManager.get();
    Set<String> allowed = new TreeSet<>();
    routes(call).ifPresent(routes -> allowed.addAll(methods(routes)));
    return String.join(", ", allowed);
  }

  private record Routes(
      RequestMapper.RequestMatch<InitialMatch> match, ClassRoutingHandler byMethod) {}

  private static Optional<Routes> routes(ResteasyReactiveRequestContext call) {
    RequestMapper.RequestMatch<InitialMatch> match =
        new RequestMapper<>(call.getDeployment().getClassMappers())
            .map(call.getPathWithoutPrefix());
    return Optional.ofNullable(match)
        .flatMap(
            found ->
                Arrays.stream(found.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .map(ClassRoutingHandler.class::cast)
                    .findFirst()
                    .map(byMethod -> new Routes(found, byMethod)));
  }

  private static Set<String> methods(Routes routes) {
    String remaining = routes.match().remaining.isEmpty() ? "/" : routes.match().remaining;
    Set<String> methods = new TreeSet<>();
    for (Map.Entry<String, RequestMapper<RuntimeResource>> each :
        routes.byMethod().getMappers().entrySet()) {
      if (each.getKey() != null && each.getValue().map(remaining) != null) {
        methods.add(each.getKey());
      }
    }
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    methods.add(HttpMethod.OPTIONS);
    return methods;
  }
}
