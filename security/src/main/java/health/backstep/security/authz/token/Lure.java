package health.backstep.security.authz.token;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An attacker's server. It hands out the keys that forged tokens are signed with, to whoever is
 * careless enough to ask; nobody ever should.
 */
public final class Lure implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();

  private Lure(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens it on this machine.
   *
   * @param keys a JWK set
   */
  static Lure with(String keys) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Lure lure = new Lure(server);
      byte[] body = keys.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          call -> {
            lure.visits.incrementAndGet();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
          });
      server.start();
      return lure;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the attacker's server", e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys.json");
  }

  /** How often somebody came. */
  public int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
