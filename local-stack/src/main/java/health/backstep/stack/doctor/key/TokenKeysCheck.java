package health.backstep.stack.doctor.key;

import health.backstep.stack.doctor.Amount;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Whether there are keys by which tokens can be checked: a JWK set with at least one RSA key, and
 * public ones only.
 *
 * @param where the file or the address
 * @param text reads it
 * @param remedy how it is made anew
 */
public record TokenKeysCheck(String where, Callable<String> text, String remedy) implements Check {

  @Override
  public Subject subject() {
    return new Subject("token-keys", where, remedy);
  }

  @Override
  public List<Finding> look() throws Exception {
    String jwks = text.call();
    if (jwks.isBlank()) {
      return List.of(subject().wrong("is empty: no token can be checked", remedy));
    }
    try {
      return List.of(finding(new JsonWebKeySet(jwks)));
    } catch (JoseException | ClassCastException e) {
      return List.of(subject().wrong("is no JWK set: no token can be checked", remedy));
    }
  }

  private Finding finding(JsonWebKeySet set) {
    List<RsaJsonWebKey> keys =
        set.getJsonWebKeys().stream()
            .filter(RsaJsonWebKey.class::isInstance)
            .map(RsaJsonWebKey.class::cast)
            .toList();
    if (keys.isEmpty()) {
      return subject().wrong("has no RSA key: no token can be checked", remedy);
    }
    return keys.stream().anyMatch(key -> key.getPrivateKey() != null)
        ? subject()
            .wrong(
                "holds a private key: whoever reads it can sign tokens",
                "make a new key at the identity provider, and publish its public part alone; "
                    + remedy)
        : subject().ok("has " + Amount.of(keys.size(), "RSA key"));
  }
}
