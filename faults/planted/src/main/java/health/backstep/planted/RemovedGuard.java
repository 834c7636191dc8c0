package health.backstep.planted;

import java.util.List;
import java.util.Locale;

/** Guards of the services that are taken away to see what still stands, or who notices. */
public enum RemovedGuard {
  /** Hibernate sees the rows of all tenants: only the database's wall stands. */
  NO_TENANT_FILTER(
      "io.quarkus.hibernate.orm.runtime.tenant.HibernateCurrentTenantIdentifierResolver") {
    @Override
    Edit edit(String className) {
      return Edit.always(className, "isRoot", true);
    }
  },
  /** Whoever is known may record a clearance: the route's scope has come to mean nothing. */
  UNCHECKED_SCOPE("io.quarkus.security.runtime.interceptor.check.RolesAllowedCheck") {
    @Override
    Edit edit(String className) {
      return Edit.text(className, ANYBODY_KNOWN, "clearance:write");
    }
  };

  /** A role that the framework takes for "every caller with a valid token". */
  private static final String ANYBODY_KNOWN = "**";

  private final String where;

  RemovedGuard(String where) {
    this.where = where;
  }

  abstract Edit edit(String className);

  /** What it changes. */
  List<Edit> edits() {
    return List.of(edit(where));
  }

  /** The guard as it is named on a command line, such as {@code no-tenant-filter}. */
  public String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
