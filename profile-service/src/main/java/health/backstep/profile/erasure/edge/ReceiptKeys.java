package health.backstep.profile.erasure.edge;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * What receipts are signed with: RSA keys as base64 of PKCS #8. The first one signs; those behind
 * it have signed before, and stay published for as long as their receipts are to be checked. The
 * service does not start with a key that cannot sign.
 */
@Startup
@ApplicationScoped
class ReceiptKeys {

  private static final int SHORTEST_BITS = 2048;

  private final List<RsaJsonWebKey> keys;

  ReceiptKeys(@ConfigProperty(name = "backstep.receipts.key") List<String> keys) {
    this.keys = keys.stream().map(ReceiptKeys::key).toList();
  }

  RsaJsonWebKey signing() {
    return keys.getFirst();
  }

  /** With their private parts, which must not leave the service. */
  List<RsaJsonWebKey> all() {
    return keys;
  }

  private static RsaJsonWebKey key(String base64) {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      byte[] encoded = Base64.getDecoder().decode(base64.strip());
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (key.getModulus().bitLength() < SHORTEST_BITS) {
        throw unfit(null);
      }
      RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) rsa.generatePublic(open));
      jwk.setPrivateKey(key);
      jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
      return jwk;
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      throw unfit(e);
    }
  }

  private static IllegalStateException unfit(Exception cause) {
    return new IllegalStateException(
        "backstep.receipts.key is no RSA key of 2048 bits or more, as base64 of PKCS #8 (DER)",
        cause);
  }
}
