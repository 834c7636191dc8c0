package health.backstep.backbone.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * Which methods the path of the running call takes. The framework leaves out the {@code Allow} that
 * RFC 9110 asks for with a 405, and for some paths answers 404 instead.
 *
 * @param names in alphabetical order; none for a path that does not exist
 */
record AllowedMethods(Set<String> names) {

  static AllowedMethods here() {
    ResteasyReactiveRequestContext call = CurrentRequestManager.get();
    String path = call.getPathWithoutPrefix();
    RequestMapper<InitialMatch> classes =
        new RequestMapper<>(call.getDeployment().getClassMappers());
    Set<String> names = new TreeSet<>();
    for (RequestMatch<InitialMatch> match = classes.map(path);
        match != null;
        match = classes.continueMatching(path, match)) {
      String rest = match.remaining.isEmpty() ? "/" : match.remaining;
      Arrays.stream(match.value.handlers)
          .filter(ClassRoutingHandler.class::isInstance)
          .map(ClassRoutingHandler.class::cast)
          .forEach(byMethod -> names.addAll(taking(rest, byMethod.getMappers())));
    }
    return new AllowedMethods(withImplied(names));
  }

  /** Whether the path exists for other methods only. */
  boolean lack(String method) {
    return !names.isEmpty() && !names.contains(method);
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }

  private static Set<String> taking(
      String rest, Map<String, RequestMapper<RuntimeResource>> mappers) {
    Set<String> names = new TreeSet<>();
    mappers.forEach(
        (method, mapper) -> {
          if (method != null && mapper.map(rest) != null) {
            names.add(method);
          }
        });
    return names;
  }

  private static Set<String> withImplied(Set<String> names) {
    if (names.contains(HttpMethod.GET)) {
      names.add(HttpMethod.HEAD);
    }
    if (!names.isEmpty()) {
      names.add(HttpMethod.OPTIONS);
    }
    return names;
  }
}
