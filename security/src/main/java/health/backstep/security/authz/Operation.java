package health.backstep.security.authz;

import health.backstep.stack.platform.ServiceName;
import java.util.Set;

/**
 * One operation of a service.
 *
 * @param id the operationId of its OpenAPI document; of an address outside of the documents the
 *     path
 * @param path with its parameters in braces
 * @param scopes that open it, as the document says
 * @param together whether all of them are needed, and not one of them
 */
public record Operation(
    ServiceName service,
    String id,
    String method,
    String path,
    Set<String> scopes,
    boolean together) {

  public Operation {
    scopes = Set.copyOf(scopes);
  }

  /** One that each of its scopes opens. */
  public Operation(ServiceName service, String id, String method, String path, Set<String> scopes) {
    this(service, id, method, path, scopes, false);
  }

  /** An address that no document describes, such as {@code /q/health}. */
  static Operation address(ServiceName service, String path) {
    return new Operation(service, path, "GET", path, Set.of());
  }

  /** Other answers have ids as well, of examples and of simulated plans, but they are nobody's. */
  public boolean tellsWhatIsStored() {
    return !id.equals(path) && !id.equals("simulate");
  }

  /** Whether a call of it can change nothing. */
  public boolean isReading() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return service.processName() + " " + id;
  }
}
