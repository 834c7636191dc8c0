package health.backstep.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's endpoint that refuses messages at first and takes them later. */
final class FickleReceiver implements AutoCloseable {

  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile boolean willing;

  FickleReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          String message = call.getRequestHeaders().getFirst("webhook-id");
          boolean takes = willing;
          (takes ? taken : refused).add(message);
          call.sendResponseHeaders(takes ? 204 : 503, -1);
          call.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** From now on it takes them. */
  void changesItsMind() {
    willing = true;
  }

  /** Ids of messages, in the order in which they came. */
  List<String> refused() {
    return refused;
  }

  List<String> taken() {
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
