package health.backstep.plan.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Where an endpoint listens: an absolute URL with a host. */
public record Target(URI url) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  public boolean encrypted() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** The name or address as it stands in the URL; one of IPv6 in brackets. */
  public String host() {
    return url.getHost();
  }

  public int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return encrypted() ? HTTPS : HTTP;
  }

  /** What is asked for there. */
  public String pathAndQuery() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** The address, when the URL has one in place of a name. */
  Optional<InetAddress> literal() {
    try {
      return Optional.of(InetAddress.ofLiteral(host().replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
