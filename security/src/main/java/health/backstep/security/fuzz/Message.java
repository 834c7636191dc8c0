package health.backstep.security.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a draft as a message of HTTP/1.1, checking nothing. */
final class Message {

  private static final int CHUNK = 1_000;
  private static final String END = "\r\n";

  private Message() {}

  /** The message with a head that tells the length of its body truly. */
  static byte[] of(Draft draft) {
    if (draft.broken != null) {
      return draft.broken;
    }
    return draft.chunked
        ? with(draft, "Transfer-Encoding: chunked" + END, chunks(draft.body))
        : with(draft, length(draft), draft.body);
  }

  /** The message with these lines of the head, and this behind the head. */
  static byte[] with(Draft draft, String lines, byte[] body) {
    return ByteMutations.joined(bytes(head(draft) + lines + END), body);
  }

  /** The head up to the fields that tell of the body; ends in a line's end. */
  static String head(Draft draft) {
    StringBuilder head = new StringBuilder();
    head.append(draft.method).append(' ').append(draft.target()).append(' ').append(draft.version);
    head.append(END).append("Host: 127.0.0.1").append(END);
    draft.headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append(END));
    return head.toString();
  }

  /** A request with a body, or of a kind that usually has one, tells its length. */
  private static String length(Draft draft) {
    boolean usual = draft.method.toUpperCase(Locale.ROOT).startsWith("P");
    return draft.body.length > 0 || usual ? "Content-Length: " + draft.body.length + END : "";
  }

  private static byte[] chunks(byte[] body) {
    byte[] all = new byte[0];
    for (int from = 0; from < body.length; from += CHUNK) {
      int size = Math.min(CHUNK, body.length - from);
      byte[] chunk = java.util.Arrays.copyOfRange(body, from, from + size);
      all = ByteMutations.joined(all, bytes(Integer.toHexString(size) + END), chunk, bytes(END));
    }
    return ByteMutations.joined(all, bytes("0" + END + END));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
