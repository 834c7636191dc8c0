package health.backstep.stack.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at a port of this machine. */
public final class LocalPort {

  public static final String HOST = "127.0.0.1";

  private static final int CONNECT_MILLIS = 500;

  private LocalPort() {}

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Ports that nobody listens on now. They lie below the range that the kernel hands out for
   * outgoing connections, so they are still free a moment later.
   */
  public static List<Integer> free(int count) {
    Set<Integer> found = new TreeSet<>();
    while (found.size() < count) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      if (isFree(port)) {
        found.add(port);
      }
    }
    return List.copyOf(found);
  }

  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(address(port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Refuses a port that somebody listens on. A server that finds its port taken may look as if it
   * had started, because the other one answers.
   *
   * @throws StackFailure naming the port, the part that needs it and, if known, who holds it
   */
  public static void requireFree(int port, String part) {
    if (isFree(port)) {
      return;
    }
    String holder = PortHolder.of(port).map(PortHolder::toString).orElse("another program");
    throw new StackFailure(
        """
        Port %d is taken by %s, and %s needs it.
        Stop that program, or move the whole stack to other ports: ./backstep up --port-offset 100"""
            .formatted(port, holder, part));
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
  }
}
