package health.backstep.faults.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sockets of this machine. */
final class Sockets {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int WAITING = 200;

  private Sockets() {}

  static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(address(port), WAITING);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("a proxy cannot listen on port " + port, e);
    }
  }

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address(port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  static void close(Closeable socket) {
    try (socket) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the connection with RST instead of FIN, as when a machine is gone. */
  static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      return;
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
