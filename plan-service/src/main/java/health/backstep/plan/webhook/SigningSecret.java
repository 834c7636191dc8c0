package health.backstep.plan.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a message is signed with; its receiver knows it, too.
 *
 * @param key 24 to 64 random bytes
 */
public record SigningSecret(byte[] key) {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int NEW_BYTES = 32;

  public SigningSecret {
    if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
      throw new IllegalArgumentException("a signing secret has 24 to 64 bytes");
    }
    key = key.clone();
  }

  /** A new one. */
  public static SigningSecret make(RandomGenerator random) {
    byte[] key = new byte[NEW_BYTES];
    random.nextBytes(key);
    return new SigningSecret(key);
  }

  /** From the form in which receivers get it: {@code whsec_} and Base64. */
  public static SigningSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
    }
    return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  /** As receivers get it. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The signature of a message that is sent at this time: {@code v1,} and Base64. */
  public String sign(Message message, Instant at) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String head = message.id() + "." + at.getEpochSecond() + ".";
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SigningSecret";
  }
}
