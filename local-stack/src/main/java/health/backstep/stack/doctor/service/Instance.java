package health.backstep.stack.doctor.service;

import health.backstep.stack.platform.ServiceName;
import java.net.URI;

/**
 * A service where it is asked.
 *
 * @param url without a path
 */
public record Instance(ServiceName service, URI url) {

  String name() {
    return service.processName();
  }
}
