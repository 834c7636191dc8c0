package health.backstep.plan.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Internet addresses that begin alike.
 *
 * @param prefix 4 or 16 bytes
 * @param bits how many of them count
 */
record AddressRange(byte[] prefix, int bits) {

  /** Ranges as they are usually written: {@code 10.0.0.0/8}. */
  static List<AddressRange> of(String... ranges) {
    return Stream.of(ranges).map(AddressRange::parse).toList();
  }

  static boolean anyHolds(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bit(bytes, bit) != bit(prefix, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int index) {
    return bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
  }

  private static AddressRange parse(String range) {
    String[] parts = range.split("/", 2);
    return new AddressRange(
        InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
  }
}
