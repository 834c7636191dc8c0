package health.backstep.backbone.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells Hibernate whose rows a session may see: the second wall, in front of row-level security.
 */
@PersistenceUnitExtension
@ApplicationScoped
public class HibernateTenant implements TenantResolver {

  /** Sessions outside of a tenant's transaction see nobody's rows. */
  private static final String NOBODY = "";

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    return TenantTransaction.current().name();
  }
}
