package health.backstep.profile.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.backstep.backbone.testing.StackResource;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers over real HTTP where profile-service looks for another service. */
final class StandIn implements AutoCloseable {

  /** What was asked for, and by whom. */
  record Asked(String path, Headers headers) {}

  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private StandIn(HttpServer server) {
    this.server = server;
  }

  static StandIn answering(ServiceName service, int status, String type, String body) {
    StandIn standIn = listening(service);
    standIn.begin(call -> answer(call, status, type, body));
    return standIn;
  }

  static StandIn answering(ServiceName service, String json) {
    return answering(service, 200, "application/json", json);
  }

  static StandIn knowingNobody(ServiceName service) {
    return answering(
        service,
        404,
        "application/problem+json",
        """
        {"status": 404, "code": "PATIENT_NOT_FOUND", "detail": "There is no such patient."}
        """);
  }

  /** Takes the call and answers nothing for as long as it is there. */
  static StandIn silent(ServiceName service) {
    StandIn standIn = listening(service);
    standIn.begin(
        call -> {
          try {
            standIn.over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return standIn;
  }

  Queue<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.close();
  }

  private interface Answering {
    void answer(HttpExchange call) throws IOException;
  }

  private static StandIn listening(ServiceName service) {
    URI address = StackResource.stack().url(service);
    try {
      return new StandIn(
          HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Answering answering) {
    server.createContext(
        "/",
        call -> {
          asked.add(new Asked(call.getRequestURI().getPath(), call.getRequestHeaders()));
          answering.answer(call);
        });
    server.setExecutor(threads);
    server.start();
  }

  private static void answer(HttpExchange call, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
