package health.backstep.stack.platform;

import java.util.List;

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

  /** Six ports that nobody listens on now. */
  public static Ports free() {
    List<Integer> port = LocalPort.free(6);
    return new Ports(port.get(0), port.get(1), port.get(2), port.get(3), port.get(4), port.get(5));
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
