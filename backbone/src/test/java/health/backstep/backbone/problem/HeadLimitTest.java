package health.backstep.backbone.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadLimitTest {

  private static final int FRAMEWORK = 65_536;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server = start();

  @AfterEach
  void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({"8000, 200", "8001, 414", "60000, 414"})
  void anAddressHasALimit(int length, int status) throws IOException {
    assertThat(answer("/" + "a".repeat(length - 1), "X: y")).startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource({"16000, 200", "16384, 431", "60000, 431"})
  void headersHaveALimit(int length, int status) throws IOException {
    assertThat(answer("/v1", "X: " + "y".repeat(length))).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void anAddressThatIsEncodedIsRead() throws IOException {
    assertThat(answer("/v1/%25?a=%C3%A4", "X: y")).startsWith("HTTP/1.1 200");
  }

  private HttpServer start() {
    Router router = Router.router(vertx);
    new HeadLimit(new EarlyProblems(new ObjectMapper())).guard(router);
    router.route().handler(call -> call.end("read"));
    return vertx
        .createHttpServer(
            new HttpServerOptions().setMaxInitialLineLength(FRAMEWORK).setMaxHeaderSize(FRAMEWORK))
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private String answer(String address, String header) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n"
              .formatted(address, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
