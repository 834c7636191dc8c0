package health.backstep.security.canary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value that was planted.
 *
 * @param where it was put in, for people
 * @param value at least {@value #SHORTEST} characters, so that it is met nowhere by chance
 */
public record Canary(Kind kind, String where, String value) {

  static final int SHORTEST = 8;

  private static final int OCTET = 8;
  private static final int SEXTET = 6;

  public Canary {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException("too short to be searched for: " + value);
    }
  }

  /** The value as it is, in capitals, in hexadecimal digits and, wherever it begins, in base64. */
  Stream<byte[]> spellings() {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    Stream<String> written =
        Stream.concat(
            Stream.of(value, value.toUpperCase(Locale.ROOT), HexFormat.of().formatHex(plain)),
            IntStream.rangeClosed(0, 2).mapToObj(before -> base64(plain, before)));
    return written.distinct().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the characters at both ends, which also depend on what stands beside it. */
  private static String base64(byte[] plain, int before) {
    byte[] shifted = new byte[before + plain.length];
    System.arraycopy(plain, 0, shifted, before, plain.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = Math.ceilDiv(before * OCTET, SEXTET);
    return whole.substring(from, shifted.length * OCTET / SEXTET);
  }

  @Override
  public String toString() {
    return kind.word() + " '" + value + "' (" + where + ")";
  }
}
