package health.backstep.plan.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Who can be behind an address, which decides whether a webhook may go there. */
public enum Reach {
  /** Anybody on the internet. */
  PUBLIC,
  /** This machine or the network around it; only where the configuration allows it. */
  PRIVATE,
  /** Nobody whom a partner could mean: groups, links, instance metadata, wrapped addresses. */
  NEVER;

  /** Some clouds answer with an instance's credentials here, at addresses that look ordinary. */
  private static final List<AddressRange> METADATA =
      AddressRange.of(
          "168.63.129.16/32", "100.100.100.200/32", "fd00:ec2::254/128", "fd20:ce::254/128");

  private static final List<AddressRange> PRIVATE_RANGES =
      AddressRange.of(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1/128",
          "fc00::/7");

  /** The special ranges of the address registries, beside the private ones. */
  private static final List<AddressRange> SPECIAL_V4 =
      AddressRange.of(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Of IPv6 only what is given out to networks is public. */
  private static final List<AddressRange> GIVEN_OUT_V6 = AddressRange.of("2000::/3");

  /** Tunnels (Teredo, 6to4), which wrap another address, and examples. */
  private static final List<AddressRange> SPECIAL_V6 =
      AddressRange.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** Of an address; one of IPv4 that is written as IPv6 counts as what it is. */
  public static Reach of(InetAddress address) {
    if (AddressRange.anyHolds(METADATA, address)) {
      return NEVER;
    }
    if (AddressRange.anyHolds(PRIVATE_RANGES, address)) {
      return PRIVATE;
    }
    boolean open =
        address instanceof Inet4Address
            ? !AddressRange.anyHolds(SPECIAL_V4, address)
            : AddressRange.anyHolds(GIVEN_OUT_V6, address)
                && !AddressRange.anyHolds(SPECIAL_V6, address);
    return open ? PUBLIC : NEVER;
  }
}
