package health.backstep.backbone.token;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The place where the operator says that the keys are. No token can name another one. */
interface PublishedKeys {

  /** The text of a JWK set. */
  String read() throws IOException, InterruptedException;

  /**
   * The place that the settings name.
   *
   * @throws IllegalStateException when it cannot be one that is safe
   */
  static PublishedKeys at(TokenKeysConfig config) {
    URI location = URI.create(config.location());
    String scheme = Optional.ofNullable(location.getScheme()).orElse("file");
    return switch (scheme) {
      case "file" -> inFile(location);
      case "http", "https" ->
          new ProvidersKeys(
              ProvidersKeys.requireSafe(location),
              config.ca().map(Trust::of).orElseGet(PublishedKeys::asJavaTrusts),
              config.answerWithin());
      default ->
          throw new IllegalStateException(
              "backstep.token-keys.location (BACKSTEP_JWKS) is neither a file nor an https address");
    };
  }

  /**
   * The public keys in a JWK set; one that is of a kind unknown here is passed over.
   *
   * @throws IOException when it is no JWK set
   */
  static List<JsonWebKey> parse(String jwks) throws IOException {
    try {
      return new JsonWebKeySet(jwks)
          .getJsonWebKeys().stream().filter(PublicJsonWebKey.class::isInstance).toList();
    } catch (JoseException | ClassCastException e) {
      throw new IOException("what is published is no JWK set", e);
    }
  }

  private static PublishedKeys inFile(URI location) {
    Path file = location.getScheme() == null ? Path.of(location.getPath()) : Path.of(location);
    return () -> Files.readString(file);
  }

  private static SSLContext asJavaTrusts() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }
}
