package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(
              "%s %s %s %s %d"
                  .formatted(
                      call.getRequestMethod(),
                      call.getRequestURI(),
                      call.getRequestHeaders().getFirst("Idempotency-Key"),
                      body,
                      call.getRemoteAddress().getPort()));
          byte[] answer = "{\"name\":\"Übung\"}".getBytes(StandardCharsets.UTF_8);
          int chunked = 0;
          call.sendResponseHeaders(
              body.isEmpty() ? 200 : 201, body.isEmpty() ? chunked : answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sends_one_request_after_the_other_over_one_connection() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (KeepAlive connection = KeepAlive.to(uri, "t")) {
      assertThat(connection.write("POST", "/a", "k1", "{}").status()).isEqualTo(201);
      for (String path : List.of("/b?c=d", "/e")) {
        assertThat(connection.get(path))
            .isEqualTo(new KeepAlive.Response(200, "{\"name\":\"Übung\"}"));
      }
    }
    String port = heard.getFirst().substring(heard.getFirst().lastIndexOf(' '));
    assertThat(heard)
        .containsExactly("POST /a k1 {}" + port, "GET /b?c=d null " + port, "GET /e null " + port);
  }
}
