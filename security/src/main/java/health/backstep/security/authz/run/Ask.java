package health.backstep.security.authz.run;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as it goes out.
 *
 * @param body empty for none
 */
public record Ask(URI address, String method, Map<String, String> headers, String body) {

  public Ask {
    headers = Map.copyOf(headers);
  }

  public Ask with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Ask(address, method, more, body);
  }

  Ask at(URI other) {
    return new Ask(other, method, headers, body);
  }

  Ask by(String otherMethod) {
    return new Ask(address, otherMethod, headers, body);
  }

  /** All that the caller said himself and may therefore hear again. */
  String said() {
    return address + "\n" + body + "\n" + headers.getOrDefault("Idempotency-Key", "");
  }
}
