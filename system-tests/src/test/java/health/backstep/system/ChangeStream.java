package health.backstep.system;

import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;

/** The stream of changes as a partner's app reads it, line by line. */
final class ChangeStream implements AutoCloseable {

  /** A change, and where to go on after it. */
  record Change(String cursor, long number, UUID patientId) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final Iterator<String> lines;

  private ChangeStream(String cursor) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(Platform.stack().url(ServiceName.PLAN).resolve("/v1/changes/stream"))
            .header("Authorization", "Bearer " + Platform.token())
            .header("Last-Event-ID", cursor)
            .build();
    HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the stream was answered " + response.statusCode());
    }
    lines = response.body().iterator();
  }

  static ChangeStream after(String cursor) throws IOException, InterruptedException {
    return new ChangeStream(cursor);
  }

  /** The next change; signs of life are passed over. */
  Change next() {
    String cursor = "";
    String data = "";
    String line = lines.next();
    while (!line.isEmpty() || data.isEmpty()) {
      if (line.startsWith("id:")) {
        cursor = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data = line.substring(5);
      }
      line = lines.next();
    }
    JsonPath change = JsonPath.from(data);
    return new Change(
        cursor, change.getLong("number"), UUID.fromString(change.getString("patientId")));
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
