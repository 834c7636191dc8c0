package health.backstep.backbone.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which tenants are sandboxes; in production none is, unless the operator names one. */
@ApplicationScoped
public class Sandbox {

  private final Set<Tenant> tenants;

  Sandbox(@ConfigProperty(name = "backstep.sandbox.tenants") Optional<Set<String>> names) {
    this.tenants =
        names.orElse(Set.of()).stream()
            .map(String::strip)
            .map(Tenant::new)
            .collect(Collectors.toUnmodifiableSet());
  }

  public boolean is(Tenant tenant) {
    return tenants.contains(tenant);
  }

  /**
   * Lets a sandbox's caller pass.
   *
   * @throws NotFoundException for everybody else, as if there were no such route
   */
  public void require(Tenant tenant) {
    if (!is(tenant)) {
      throw new NotFoundException();
    }
  }
}
