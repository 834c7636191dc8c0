package health.backstep.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The SQL that a client has PostgreSQL execute. A driver names a statement once and from then on
 * sends only the name, so the words {@code COMMIT} pass once and the commits go on: the names have
 * to be remembered. Understands the frontend messages Query, Parse, Bind and Close of protocol 3;
 * what is encrypted stays hidden.
 */
final class PostgresWords implements ClientWords {

  private static final String COMMIT = "COMMIT";
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int LONGEST_MESSAGE = 64 << 20;

  private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
  private final Map<String, String> named = new HashMap<>();
  private final List<String> executed = new ArrayList<>();
  private boolean started;
  private boolean hidden;

  @Override
  public void hear(byte[] bytes, int length) {
    executed.clear();
    if (hidden) {
      return;
    }
    unread.write(bytes, 0, length);
    ByteBuffer messages = ByteBuffer.wrap(unread.toByteArray());
    unread.reset();
    while (!hidden && holdsWhole(messages)) {
      read(messages);
    }
    unread.write(messages.array(), messages.position(), messages.remaining());
  }

  @Override
  public boolean justSaid(String words) {
    return executed.stream()
        .anyMatch(sql -> sql.contains(words) || (words.equals(COMMIT) && commitsByItself(sql)));
  }

  /**
   * The hot path of session-service is a transaction of one statement, which never says the word.
   */
  private static boolean commitsByItself(String sql) {
    return sql.contains("record_session(");
  }

  /** The first message of a connection has no type byte. */
  private boolean holdsWhole(ByteBuffer messages) {
    int type = started ? 1 : 0;
    if (messages.remaining() < type + Integer.BYTES) {
      return false;
    }
    int length = messages.getInt(messages.position() + type);
    hidden = length < Integer.BYTES || length > LONGEST_MESSAGE;
    return !hidden && messages.remaining() >= type + length;
  }

  private void read(ByteBuffer messages) {
    byte type = started ? messages.get() : 0;
    byte[] content = new byte[messages.getInt() - Integer.BYTES];
    messages.get(content);
    ByteBuffer message = ByteBuffer.wrap(content);
    switch (type) {
      case 0 -> started = !asksForEncryption(message);
      case 'Q' -> executed.add(text(message));
      case 'P' -> named.put(text(message), text(message));
      case 'B' -> bind(message);
      case 'C' -> close(message);
      default -> {}
    }
  }

  /** Our server declines, and the client begins again in the clear. */
  private static boolean asksForEncryption(ByteBuffer message) {
    int code = message.getInt();
    return code == SSL_REQUEST || code == GSS_REQUEST;
  }

  private void bind(ByteBuffer message) {
    text(message);
    executed.add(named.getOrDefault(text(message), ""));
  }

  private void close(ByteBuffer message) {
    if (message.get() == 'S') {
      named.remove(text(message));
    }
  }

  private static String text(ByteBuffer message) {
    int end = message.position();
    while (message.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - message.position()];
    message.get(text).get();
    return new String(text, StandardCharsets.UTF_8);
  }
}
