package health.backstep.plan.webhook.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A partner's server: it keeps what it gets and answers as it is told, 204 otherwise. */
final class Receiver implements AutoCloseable {

  /** What came with one call. */
  record Received(String path, com.sun.net.httpserver.Headers headers, String body) {

    String header(String name) {
      return headers.getFirst(name);
    }

    String id() {
      return header("webhook-id");
    }
  }

  private record Answer(int status, String header, String value, long length) {}

  private static final Answer THANKS = new Answer(204, null, null, 0);
  private static final int PIECE = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final CountDownLatch cutOff = new CountDownLatch(1);
  private volatile CountDownLatch open = new CountDownLatch(0);

  Receiver() throws IOException {
    this(InetAddress.ofLiteral("127.0.0.1"));
  }

  Receiver(InetAddress address) throws IOException {
    this(address, 0);
  }

  Receiver(InetAddress address, int port) throws IOException {
    this(HttpServer.create(new InetSocketAddress(address, port), 0));
  }

  Receiver(InetAddress address, Certificate certificate)
      throws IOException, GeneralSecurityException {
    this(encrypted(address, certificate));
  }

  private Receiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://" + server.getAddress().getHostString() + ":" + port() + "/in";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Answers a call with these statuses, one after the other. */
  void answer(int... statuses) {
    for (int status : statuses) {
      answers.add(new Answer(status, null, null, 0));
    }
  }

  void answer(int status, String header, String value) {
    answers.add(new Answer(status, header, value, 0));
  }

  void answerAtLength(int status, long bytes) {
    answers.add(new Answer(status, null, null, bytes));
  }

  /** Whether the caller hung up before it had read all of a long answer. */
  boolean wasCutOff() {
    try {
      return cutOff.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Keeps callers waiting for their answers until it is released. */
  void hold() {
    open = new CountDownLatch(1);
  }

  void release() {
    open.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(call.getRequestURI().toString(), call.getRequestHeaders(), body));
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Answer answer = next();
    if (answer.header() != null) {
      call.getResponseHeaders().set(answer.header(), answer.value());
    }
    call.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
    write(call, answer.length());
    call.close();
  }

  private void write(HttpExchange call, long length) {
    try {
      for (long written = 0; written < length; written += PIECE) {
        call.getResponseBody().write(new byte[PIECE]);
      }
    } catch (IOException e) {
      cutOff.countDown();
      throw new UncheckedIOException(e);
    }
  }

  private Answer next() {
    synchronized (answers) {
      return answers.isEmpty() ? THANKS : answers.remove();
    }
  }

  private static HttpServer encrypted(InetAddress address, Certificate certificate)
      throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    return server;
  }
}
