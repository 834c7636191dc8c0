package health.backstep.security.canary.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.zip.GZIPInputStream;

/**
 * Where services send to: spans as an OTLP/HTTP collector takes them, and webhook messages, half of
 * them to an address that always fails.
 */
final class Receiver implements AutoCloseable {

  /** What follows in the address of a webhook that works. */
  static final String WORKS = "works";

  private static final int NO_BODY = -1;

  private final HttpServer server;

  private Receiver(HttpServer server) {
    this.server = server;
  }

  static Receiver into(Heard heard) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(command -> Thread.ofVirtual().start(command));
      server.createContext("/v1/traces", taking(Heard.SPANS, 200, heard));
      server.createContext("/", taking(Heard.MESSAGES, 500, heard));
      server.createContext("/" + WORKS, taking(Heard.MESSAGES, 204, heard));
      server.start();
      return new Receiver(server);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the receiver", e);
    }
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static HttpHandler taking(String place, int status, Heard heard) {
    return call -> {
      heard.hear(place, call.getRequestHeaders().entrySet().toString());
      heard.hear(place, body(call));
      call.sendResponseHeaders(status, NO_BODY);
      call.close();
    };
  }

  private static byte[] body(HttpExchange call) throws IOException {
    String encoding = call.getRequestHeaders().getFirst("Content-Encoding");
    try (InputStream in =
        "gzip".equals(encoding)
            ? new GZIPInputStream(call.getRequestBody())
            : call.getRequestBody()) {
      return in.readAllBytes();
    }
  }
}
