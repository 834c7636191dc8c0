package health.backstep.stack.secret;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * What nobody else may know, made once for each data folder and never in git.
 *
 * @param databaseKey every database password and the key of webhooks are derived from it
 * @param signingKey RSA key that signs tokens, as a JWK with its private part
 * @param publicKeys file with the public part as a JWK set; the services verify tokens with it
 * @param receiptsKey RSA key that signs receipts of erasures, as base64 of PKCS #8
 */
public record Secrets(String databaseKey, String signingKey, Path publicKeys, String receiptsKey) {

  private static final int KEY_BYTES = 32;
  private static final int RSA_BITS = 2_048;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The secrets of the data folder, made now if it has none. */
  public static Secrets in(Path dataDir) {
    SecretFolder folder = SecretFolder.in(dataDir);
    try {
      String databaseKey = folder.readOrMake("database-key", Secrets::randomKey);
      String signingKey = folder.readOrMake("signing-key.json", Secrets::newSigningKey);
      Path publicKeys = folder.publish("jwks.json", publicPart(signingKey));
      String receiptsKey = folder.readOrMake("receipts-key", Secrets::newReceiptsKey);
      return new Secrets(databaseKey, signingKey, publicKeys, receiptsKey);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep secrets in " + dataDir, e);
    }
  }

  /**
   * The secrets that the data folder has. Nothing is made, and nothing is mended.
   *
   * @throws StackFailure when one of them is missing
   */
  public static Secrets keptIn(Path dataDir) {
    SecretFolder folder = SecretFolder.in(dataDir);
    try {
      return new Secrets(
          Files.readString(folder.file("database-key")),
          Files.readString(folder.file("signing-key.json")),
          folder.file("jwks.json"),
          Files.readString(folder.file("receipts-key")));
    } catch (IOException e) {
      throw new StackFailure(
          "The secrets in %s cannot be read (%s). Put the folder back from your copy."
              .formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  /** Whether the data folder has secrets already. */
  public static boolean existIn(Path dataDir) {
    return Files.exists(SecretFolder.in(dataDir).file("signing-key.json"));
  }

  /** The password of a database role, the same each time. */
  public String password(String role) {
    return derived(role);
  }

  /** What signing secrets of webhooks are sealed with, the same each time. */
  public String webhooksKey() {
    return derived("key of webhooks");
  }

  /** By which it is known that a backup is opened by these secrets. It tells nothing of them. */
  public String mark() {
    return derived("mark of backups");
  }

  /** Where the operator lists callers that are kept out; absent while there are none. */
  public Path suspendedCallers() {
    return publicKeys.toAbsolutePath().resolveSibling("suspended-callers");
  }

  private String derived(String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(databaseKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  static String randomKey() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String newSigningKey() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
      key.setKeyId(randomKey().substring(0, 16));
      key.setUse("sig");
      key.setAlgorithm("RS256");
      return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  static String newReceiptsKey() {
    try {
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(RSA_BITS);
      return Base64.getEncoder().encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private static String publicPart(String signingKey) {
    return new JsonWebKeySet(SigningKey.parse(signingKey)).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Secrets[publicKeys=" + publicKeys + "]";
  }
}
