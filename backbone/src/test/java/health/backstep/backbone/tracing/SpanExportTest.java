package health.backstep.backbone.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans go to the collector that is named, and nowhere else. */
class SpanExportTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void theNamedCollectorIsSentWhatMayLeave(String slash) throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer collector = collector(received);
    try {
      URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + slash);

      oneSpanThrough(new SpanExport().toCollector(Optional.of(address)));

      assertThat(received).hasSize(1);
      assertThat(received.getFirst())
          .startsWith("POST /v1/traces ")
          .contains("GET /v1/patients/{patientId}", "http.route")
          .doesNotContain("Rivera");
    } finally {
      collector.stop(0);
    }
  }

  @Test
  void withoutOneASpanIsNotEvenKept() {
    SpanProcessor none = new SpanExport().toCollector(Optional.empty());

    assertThat(none.isStartRequired()).isFalse();
    assertThat(none.isEndRequired()).isFalse();
  }

  private static void oneSpanThrough(SpanProcessor processor) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
      provider
          .get("test")
          .spanBuilder("GET /v1/patients/{patientId}")
          .setAttribute("http.route", "/v1/patients/{patientId}")
          .setAttribute("url.query", "externalId=Rivera")
          .startSpan()
          .end();
      provider.forceFlush().join(1, TimeUnit.MINUTES);
    }
  }

  private static HttpServer collector(List<String> received) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), ISO_8859_1);
          received.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + body);
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    server.start();
    return server;
  }
}
