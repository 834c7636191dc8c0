package health.backstep.stack.secret;

import java.util.TreeSet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs the tokens of one data folder. On a real installation an identity provider does this. */
public final class Tokens {

  public static final String ISSUER = "https://backstep.local";
  public static final String AUDIENCE = "backstep";

  private final RsaJsonWebKey key;

  public Tokens(Secrets secrets) {
    this.key = SigningKey.parse(secrets.signingKey());
  }

  /** A bearer token (RS256) that counts from now. */
  public String issue(TokenRequest request) {
    JsonWebSignature token = new JsonWebSignature();
    token.setHeader("typ", "JWT");
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setKey(key.getPrivateKey());
    token.setPayload(claims(request).toJson());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign a token with key " + key.getKeyId(), e);
    }
  }

  private static JwtClaims claims(TokenRequest request) {
    NumericDate now = NumericDate.now();
    NumericDate expiry = NumericDate.fromSeconds(now.getValue() + request.ttl().toSeconds());
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(request.subject());
    claims.setStringClaim("tenant", request.tenant());
    claims.setStringClaim("scope", String.join(" ", new TreeSet<>(request.scopes())));
    claims.setIssuedAt(now);
    claims.setExpirationTime(expiry);
    claims.setGeneratedJwtId();
    return claims;
  }
}
