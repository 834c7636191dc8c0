package health.backstep.profile.erasure.edge;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/** Public keys as a JSON Web Key Set (RFC 7517). */
@Schema(name = "KeySet")
public record KeySetView(List<Key> keys) {

  /** One of them. */
  @Schema(name = "Key")
  public record Key(String kty, String use, String alg, String kid, String n, String e) {

    static Key of(RsaJsonWebKey key) {
      Map<String, Object> parts = key.toParams(OutputControlLevel.PUBLIC_ONLY);
      return new Key(
          "RSA", "sig", "RS256", key.getKeyId(), (String) parts.get("n"), (String) parts.get("e"));
    }
  }
}
