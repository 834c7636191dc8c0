package health.backstep.stack.platform;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP ports of one stack, all on 127.0.0.1. */
public record Ports(
    int kafka, int kafkaController, int postgres, int profile, int plan, int session) {

  private static final int HIGHEST = 65_535;

  public Ports {
    for (int port : new int[] {kafka, kafkaController, postgres, profile, plan, session}) {
      if (port < 1 || port > HIGHEST) {
        throw new IllegalArgumentException("not a port: " + port + ", ports go from 1 to 65535");
      }
    }
  }

  /** The ports that the documentation names. */
  public static Ports standard() {
    return new Ports(19_092, 19_093, 15_432, 8_081, 8_082, 8_083);
  }

  /**
   * Six ports that nobody listens on now. They lie below the range that the kernel hands out for
   * outgoing connections, so they are still free a moment later.
   */
  public static Ports free() {
    Set<Integer> found = new TreeSet<>();
    while (found.size() < 6) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (LocalPort.isFree(port)) {
        found.add(port);
      }
    }
    Integer[] port = found.toArray(Integer[]::new);
    return new Ports(port[0], port[1], port[2], port[3], port[4], port[5]);
  }

  /** The same ports, each higher by the offset, for a second stack on one machine. */
  public Ports plus(int offset) {
    return new Ports(
        kafka + offset,
        kafkaController + offset,
        postgres + offset,
        profile + offset,
        plan + offset,
        session + offset);
  }

  public int of(ServiceName service) {
    return switch (service) {
      case PROFILE -> profile;
      case PLAN -> plan;
      case SESSION -> session;
    };
  }
}
