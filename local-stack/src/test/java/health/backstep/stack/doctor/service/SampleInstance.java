package health.backstep.stack.doctor.service;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Stands where plan-service would, and says what it is told to say by path. */
final class SampleInstance implements AutoCloseable {

  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

  private final String scheme;
  private final HttpServer server;

  private SampleInstance(String scheme, HttpServer server, Map<String, String> says) {
    this.scheme = scheme;
    this.server = server;
    server.createContext(
        "/",
        exchange -> {
          String said = says.get(exchange.getRequestURI().getPath());
          byte[] body = (said == null ? "not here" : said).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(said == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  static SampleInstance saying(Map<String, String> says) throws IOException {
    return new SampleInstance("http", HttpServer.create(ANYWHERE, 0), says);
  }

  static SampleInstance saying(Map<String, String> says, SSLContext identity) throws IOException {
    HttpsServer server = HttpsServer.create(ANYWHERE, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity));
    return new SampleInstance("https", server, says);
  }

  Instance instance() {
    return new Instance(
        ServiceName.PLAN,
        URI.create("%s://127.0.0.1:%d".formatted(scheme, server.getAddress().getPort())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
