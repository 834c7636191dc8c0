package health.backstep.backbone.openapi;

import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * One order and one name for everything, so that the document changes only when its meaning does.
 */
final class Tidy {

  private Tidy() {}

  static void apply(OpenAPI api) {
    api.getComponents().setSchemas(new TreeMap<>(Schemas.named(api)));
    Schemas.operations(api).forEach(Tidy::security);
  }

  private static void security(Operation call) {
    Schemas.orEmpty(call.getSecurity()).stream()
        .filter(requirement -> !requirement.getSchemes().isEmpty())
        .forEach(
            requirement -> {
              List<String> scopes = requirement.getSchemes().values().iterator().next();
              requirement.setSchemes(java.util.Map.of("token", scopes));
            });
  }
}
