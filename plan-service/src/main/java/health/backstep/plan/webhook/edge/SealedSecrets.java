package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signing secrets as they lie in the database: AES-GCM under a key from the configuration, bound to
 * tenant and endpoint, so that one that was copied to another row does not open.
 */
@ApplicationScoped
class SealedSecrets {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NAME_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST_KEY = 32;

  /** A key, and by which name what it has sealed begins. */
  private record Key(byte[] name, SecretKey secret) {

    static Key of(String text) {
      if (text.strip().length() < SHORTEST_KEY) {
        throw new IllegalArgumentException(
            "backstep.webhooks.key has at least %d random characters".formatted(SHORTEST_KEY));
      }
      return new Key(
          Arrays.copyOf(digest("name", text.strip()), NAME_BYTES),
          new SecretKeySpec(digest("seal", text.strip()), "AES"));
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final List<Key> keys;

  SealedSecrets(WebhookConfig config) {
    this.keys = config.key().stream().map(Key::of).toList();
  }

  byte[] seal(String tenant, UUID endpointId, SigningSecret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Key key = keys.getFirst();
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, tenant, endpointId, secret.key());
    return ByteBuffer.allocate(NAME_BYTES + NONCE_BYTES + sealed.length)
        .put(key.name())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * What was sealed.
   *
   * @throws IllegalStateException when it was sealed for another endpoint, or its key is not in the
   *     configuration
   */
  SigningSecret open(String tenant, UUID endpointId, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] name = take(buffer, NAME_BYTES);
    byte[] nonce = take(buffer, NONCE_BYTES);
    byte[] rest = take(buffer, buffer.remaining());
    Key key =
        keys.stream()
            .filter(candidate -> Arrays.equals(candidate.name(), name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a signing secret is sealed with a key that backstep.webhooks.key lacks"));
    return new SigningSecret(apply(Cipher.DECRYPT_MODE, key, nonce, tenant, endpointId, rest));
  }

  private static byte[] apply(
      int mode, Key key, byte[] nonce, String tenant, UUID endpointId, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((tenant + "/" + endpointId).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing secret was not sealed for this endpoint", e);
    }
  }

  private static byte[] take(ByteBuffer from, int count) {
    byte[] bytes = new byte[count];
    from.get(bytes);
    return bytes;
  }

  private static byte[] digest(String use, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((use + ":").getBytes(StandardCharsets.UTF_8));
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
