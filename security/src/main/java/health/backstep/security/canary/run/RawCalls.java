package health.backstep.security.canary.run;

import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls that no HTTP library would make. */
final class RawCalls {

  private static final int LIMIT_MILLIS = 20_000;

  private RawCalls() {}

  static void send(App app, Planted planted, URI root) {
    String path = planted.plant(Kind.REFUSED_PATH, "by hand");
    String query = planted.plant(Kind.REFUSED_QUERY, "by hand");
    String header = planted.plant(Kind.REFUSED_HEADER, "by hand");
    for (String head :
        List.of(
            "GET /v1/patients/%zz" + path + "?a=" + query + " HTTP/1.1\r\nHost: a\r\n",
            "GET /v1/patients?externalId=%zz" + query + " HTTP/1.1\r\nHost: a\r\n",
            "GET http://" + header + "/v1/patients HTTP/1.1\r\nHost: " + header + "\r\n",
            "GET /v1/rules HTTP/1.1\r\nHost: a\r\nContent-Length: " + header + "\r\n",
            "GET /v1/rules HTTP/1.1\r\nHost: a\r\nBroken " + header + "\r\n",
            "POST /v1/patients HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + header + "\r\n",
            "GET /v1/rules HTTP/9.9" + header + "\r\nHost: a\r\n",
            header + " /v1/rules HTTP/1.1\r\nHost: a\r\n")) {
      app.hearProblem(answer(root, head + "Connection: close\r\n\r\n"));
    }
  }

  /** What came until the service closed or cut the connection. */
  private static byte[] answer(URI root, String request) {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.getInputStream().transferTo(came);
    } catch (SocketException | SocketTimeoutException cut) {
      return came.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a call by hand cannot be made", e);
    }
    return came.toByteArray();
  }
}
