package health.backstep.backbone.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * One order and one name for everything, so that the document changes only when its meaning does.
 */
final class Tidy {

  private Tidy() {}

  static void apply(OpenAPI api) {
    api.getComponents().setSchemas(new TreeMap<>(Schemas.named(api)));
    api.getComponents().setResponses(new TreeMap<>(api.getComponents().getResponses()));
    dropUnused(api);
    Schemas.operations(api).forEach(Tidy::security);
  }

  private static void dropUnused(OpenAPI api) {
    Set<String> used =
        Schemas.operations(api)
            .flatMap(call -> Schemas.orEmpty(call.getParameters()).stream())
            .map(Parameter::getRef)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Parameter> parameters = new TreeMap<>(api.getComponents().getParameters());
    parameters.keySet().removeIf(name -> !used.contains("#/components/parameters/" + name));
    api.getComponents().setParameters(parameters);
    Map<String, Header> headers = new TreeMap<>(api.getComponents().getHeaders());
    headers.keySet().retainAll(headersIn(api));
    api.getComponents().setHeaders(headers);
  }

  private static Set<String> headersIn(OpenAPI api) {
    return Stream.concat(
            api.getComponents().getResponses().values().stream(),
            Schemas.operations(api)
                .flatMap(call -> call.getResponses().getAPIResponses().values().stream()))
        .map(APIResponse::getHeaders)
        .filter(Objects::nonNull)
        .flatMap(headers -> headers.keySet().stream())
        .collect(Collectors.toSet());
  }

  private static void security(Operation call) {
    Schemas.orEmpty(call.getSecurity()).stream()
        .filter(requirement -> !requirement.getSchemes().isEmpty())
        .forEach(
            requirement -> {
              List<String> scopes = requirement.getSchemes().values().iterator().next();
              requirement.setSchemes(Map.of("token", scopes));
            });
  }
}
