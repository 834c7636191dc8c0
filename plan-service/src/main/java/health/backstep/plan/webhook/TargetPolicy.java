package health.backstep.plan.webhook;

import health.backstep.wire.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Which targets are called. A partner names them, so without a rule the service could be sent to
 * addresses that only it can reach. The URL is looked at when it is given; the addresses of its
 * name before each attempt, because a name can change what it stands for.
 *
 * @param privateTargets whether this machine and its private network may be called
 * @param plainHttp whether unencrypted calls are made
 */
public record TargetPolicy(boolean privateTargets, boolean plainHttp) {

  private static final String URL = "/url";
  private static final int LONGEST = 2000;
  private static final int FIRST_UNRESERVED_PORT = 1024;
  private static final int LAST_PORT = 65_535;
  private static final List<Integer> WEB_PORTS = List.of(80, 443);

  /**
   * The target that a URL names.
   *
   * @throws Refused with the reason, when it is none that is ever called
   */
  public Target target(String url) {
    Target target = new Target(parse(url));
    if (!target.encrypted() && !(plainHttp && "http".equalsIgnoreCase(target.url().getScheme()))) {
      throw Refused.because(
          URL, "SCHEME_REFUSED", plainHttp ? "Use https or http." : "Use an https URL.");
    }
    if (!isAllowedPort(target.port())) {
      throw Refused.because(URL, "PORT_REFUSED", "Use port 443, 80 or one from 1024 to 65535.");
    }
    if (target.literal().filter(address -> !allows(address)).isPresent()) {
      throw Refused.because(URL, "TARGET_REFUSED", "This address is not called by webhooks.");
    }
    return target;
  }

  /** Whether an address may be connected to. */
  public boolean allows(InetAddress address) {
    return switch (Reach.of(address)) {
      case PUBLIC -> true;
      case PRIVATE -> privateTargets;
      case NEVER -> false;
    };
  }

  private static boolean isAllowedPort(int port) {
    return WEB_PORTS.contains(port) || (port >= FIRST_UNRESERVED_PORT && port <= LAST_PORT);
  }

  private static URI parse(String url) {
    try {
      URI uri = new URI(url).parseServerAuthority();
      if (uri.getRawUserInfo() != null) {
        throw Refused.because(
            URL, "USER_INFO_REFUSED", "Leave name and password out; messages are signed.");
      }
      if (url.length() > LONGEST
          || uri.getHost() == null
          || uri.getHost().contains("%")
          || uri.getRawFragment() != null) {
        throw notATarget();
      }
      return uri;
    } catch (URISyntaxException e) {
      throw notATarget();
    }
  }

  private static Refused notATarget() {
    return Refused.because(
        URL,
        "URL_INVALID",
        "Give an absolute URL with a host name, without a fragment, of at most "
            + LONGEST
            + " characters.");
  }
}
