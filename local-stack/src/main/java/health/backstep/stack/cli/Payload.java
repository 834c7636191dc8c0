package health.backstep.stack.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A record's bytes as something to show.
 *
 * @param encoding {@code UTF-8}, or {@code base64} for what is no text
 */
record Payload(String content, String encoding) {

  static Payload of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Payload(text, "UTF-8");
    } catch (CharacterCodingException e) {
      return new Payload(Base64.getEncoder().encodeToString(bytes), "base64");
    }
  }
}
