package health.backstep.security.fuzz.run;

import health.backstep.security.authz.run.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads answers of HTTP/1.1 off a connection. */
final class ReplyReader {

  private static final int LONGEST_LINE = 100_000;
  private static final int HEXADECIMAL = 16;

  private final InputStream in;

  ReplyReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next answer that is not a provisional one. Of an endless one its head is read.
   *
   * @throws IOException when what comes is no answer, or ends before it
   */
  Reply read(boolean headOnly) throws IOException {
    int status;
    Map<String, List<String>> headers;
    do {
      status = status(line());
      headers = headers();
    } while (status >= 100 && status < 200 && status != 101);
    boolean none = headOnly || status == 101 || status == 204 || status == 304;
    return new Reply(status, headers, none ? "" : body(headers));
  }

  /** Whether the connection can be used for more. */
  static boolean isOver(Reply reply) {
    return reply.status() == 101
        || reply.header("connection").equalsIgnoreCase("close")
        || reply.header("content-type").startsWith("text/event-stream")
        || !(reply.headers().containsKey("content-length")
            || reply.headers().containsKey("transfer-encoding"));
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new ProtocolException("no answer of HTTP/1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("no header field");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, List<String>> headers) throws IOException {
    if (first(headers, "content-type").startsWith("text/event-stream")) {
      return "";
    }
    if (first(headers, "transfer-encoding").equalsIgnoreCase("chunked")) {
      return text(chunks());
    }
    String length = first(headers, "content-length");
    return text(length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length)));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(line()); size > 0; size = size(line())) {
      all.writeBytes(exactly(size));
      line();
    }
    String trailer = line();
    while (!trailer.isEmpty()) {
      trailer = line();
    }
    return all.toByteArray();
  }

  private static int size(String line) throws IOException {
    try {
      return Integer.parseInt(line.split(";", 2)[0].strip(), HEXADECIMAL);
    } catch (NumberFormatException e) {
      throw new IOException("no chunk", e);
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer was cut off");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("no answer");
      }
      line.write(each);
    }
    return text(line.toByteArray()).stripTrailing();
  }

  private static String first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
