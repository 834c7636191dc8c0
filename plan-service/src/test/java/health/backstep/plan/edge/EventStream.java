package health.backstep.plan.edge;

import health.backstep.backbone.testing.Partner;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A partner app that holds a stream of changes open, with nothing but what the JDK has. */
final class EventStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One message as the standard for server-sent events says; a comment has no data. */
  record Message(String id, String name, String data, String retry, String comment) {
    private static final Message EMPTY = new Message("", "", "", "", "");
    static final Message END = new Message("", "", "", "", "the stream is over");

    private Message with(String line) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
      return switch (field) {
        case "id" -> new Message(value, name, data, retry, comment);
        case "event" -> new Message(id, value, data, retry, comment);
        case "data" -> new Message(id, name, data + value, retry, comment);
        case "retry" -> new Message(id, name, data, value, comment);
        case "" -> new Message(id, name, data, retry, value);
        default -> throw new IllegalStateException("no field of an event: " + line);
      };
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  private EventStream(HttpRequest request) {
    try {
      response = client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  /** Opens a stream; the query and the id of the last event may be empty. */
  static EventStream open(Partner partner, String query, String lastEventId) {
    return open(partner.token(Set.of("changes:read"), Duration.ofHours(1)), query, lastEventId);
  }

  static EventStream open(String token, String query, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/changes/stream?" + query))
            .timeout(PATIENCE)
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new EventStream(request.build());
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The next message of any kind. */
  Message message() {
    try {
      Message message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("nothing came");
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next message that has data. */
  Message event() {
    Message message = message();
    while (message.data().isEmpty()) {
      if (message.equals(Message.END)) {
        throw new IllegalStateException("the stream is over");
      }
      message = message();
    }
    return message;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      Message message = Message.EMPTY;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          message = message.with(line);
        } else if (!message.equals(Message.EMPTY)) {
          messages.add(message);
          message = Message.EMPTY;
        }
      }
    } catch (IOException e) {
      // A broken connection ends the stream like any other end.
    }
    messages.add(Message.END);
  }

  /** Breaks the connection as a killed app would: nobody says goodbye. */
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
