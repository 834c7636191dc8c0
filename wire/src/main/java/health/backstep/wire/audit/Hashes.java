package health.backstep.wire.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SHA-256 of texts, in hexadecimal digits. */
final class Hashes {

  static final String NONE = "0".repeat(64);

  private Hashes() {}

  /**
   * As it stands in what is hashed: what is none differs from every text, also from the empty one.
   */
  static String text(@Nullable Object value) {
    return Objects.toString(value, "\0");
  }

  static String of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
