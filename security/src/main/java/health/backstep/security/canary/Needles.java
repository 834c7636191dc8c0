package health.backstep.security.canary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Finds any of thousands of canaries in one pass over what is searched. */
final class Needles {

  private static final int PAIRS = 1 << 16;
  private static final int BYTE = 0xff;

  private record Needle(byte[] bytes, Canary canary) {}

  private final boolean[] begins = new boolean[PAIRS];
  private final Map<Integer, List<Needle>> byHead = new HashMap<>();

  Needles(Collection<Canary> canaries) {
    for (Canary canary : canaries) {
      canary.spellings().forEach(bytes -> add(new Needle(bytes, canary)));
    }
  }

  /** Tells each canary that is there, in whatever spelling, and at which byte it begins. */
  void find(byte[] content, ObjIntConsumer<Canary> found) {
    for (int at = 0; at <= content.length - Canary.SHORTEST; at++) {
      if (begins[pair(content, at)]) {
        for (Needle needle : byHead.getOrDefault(head(content, at), List.of())) {
          if (isAt(content, at, needle.bytes())) {
            found.accept(needle.canary(), at);
          }
        }
      }
    }
  }

  private void add(Needle needle) {
    begins[pair(needle.bytes(), 0)] = true;
    byHead.computeIfAbsent(head(needle.bytes(), 0), _ -> new ArrayList<>()).add(needle);
  }

  private static boolean isAt(byte[] content, int at, byte[] needle) {
    int end = at + needle.length;
    return end <= content.length && Arrays.equals(content, at, end, needle, 0, needle.length);
  }

  private static int pair(byte[] bytes, int at) {
    return ((bytes[at] & BYTE) << 8) | (bytes[at + 1] & BYTE);
  }

  /** The last four of the first eight bytes, since many canaries begin alike. */
  private static int head(byte[] bytes, int at) {
    return (pair(bytes, at + 4) << 16) | pair(bytes, at + 6);
  }
}
