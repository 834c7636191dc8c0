package health.backstep.security.fuzz;

import health.backstep.security.authz.Operation;
import java.util.Map;

/** What requests are made of: things that exist, and who may ask about them. */
public interface Basis {

  /**
   * Ids by name, of things that may be read and changed but are there for others as well.
   *
   * @param pick any number, which chooses among things that are alike
   */
  Map<String, String> ids(int tenant, int pick);

  /** The same with things that nobody else needs. */
  Map<String, String> freshIds(int tenant, Operation operation);

  /** The value of an Authorization header that allows everything. */
  String authorization(int tenant);

  /** How many tenants there are. */
  int tenants();
}
