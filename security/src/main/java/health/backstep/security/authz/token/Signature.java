package health.backstep.security.authz.token;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * How a token is signed, also in ways that no honest client would sign one.
 *
 * @param key null for an unsigned one
 */
record Signature(String algorithm, @Nullable Key key, Map<String, Object> headers) {

  /** With the private part of this key, as the platform's tokens are. */
  static Signature by(RsaJsonWebKey key) {
    return new Signature(
        AlgorithmIdentifiers.RSA_USING_SHA256,
        key.getPrivateKey(),
        Map.of("typ", "JWT", "kid", key.getKeyId()));
  }

  Signature with(String other, @Nullable Key otherKey) {
    return new Signature(other, otherKey, headers);
  }

  Signature named(String keyId) {
    return header("kid", keyId);
  }

  Signature header(String name, Object value) {
    Map<String, Object> more = new HashMap<>(headers);
    more.put(name, value);
    return new Signature(algorithm, key, Map.copyOf(more));
  }

  String over(JwtClaims claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setAlgorithmHeaderValue(algorithm);
    headers.forEach(token.getHeaders()::setObjectHeaderValue);
    token.setKey(key);
    token.setPayloadBytes(claims.toJson().getBytes(StandardCharsets.UTF_8));
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a token cannot be signed with " + algorithm, e);
    }
  }
}
