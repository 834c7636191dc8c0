package health.backstep.profile.edge;

import health.backstep.backbone.testing.StackResource;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens as an attacker or a careless client would make them. */
final class ForgedToken {

  static final String TENANT = "forged-tokens";

  private ForgedToken() {}

  /** Rightly signed, with claims that were bent. */
  static String with(Consumer<JwtClaims> bend) {
    return signed(bend, AlgorithmIdentifiers.RSA_USING_SHA256, realKey().getPrivateKey());
  }

  /** Rightly made, with a key of this name. */
  static String by(RsaJsonWebKey key) {
    return signed(
        claims -> {}, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), key.getKeyId());
  }

  /** Signed with a key of the attacker's that calls itself by the real key's name. */
  static String byAnotherKey() {
    try {
      Key other = RsaJwkGenerator.generateJwk(2048).getPrivateKey();
      return signed(claims -> {}, AlgorithmIdentifiers.RSA_USING_SHA256, other);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static String unsigned() {
    return signed(claims -> {}, AlgorithmIdentifiers.NONE, null);
  }

  /** Signed with what everybody may know, in the hope that it is taken for a shared secret. */
  static String signedWithThePublicKey() {
    return signed(
        claims -> {},
        AlgorithmIdentifiers.HMAC_SHA256,
        new HmacKey(realKey().getPublicKey().getEncoded()));
  }

  /** A real token whose claims were changed after it had been signed. */
  static String changedAfterwards() {
    String[] parts = with(claims -> {}).split("\\.", -1);
    String payload = with(claims -> claims.setStringClaim("tenant", "victim")).split("\\.", -1)[1];
    return parts[0] + "." + payload + "." + parts[2];
  }

  private static String signed(Consumer<JwtClaims> bend, String algorithm, Key key) {
    return signed(bend, algorithm, key, realKey().getKeyId());
  }

  private static String signed(
      Consumer<JwtClaims> bend, String algorithm, Key key, String keyName) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setHeader("typ", "JWT");
    token.setKeyIdHeaderValue(keyName);
    token.setAlgorithmHeaderValue(algorithm);
    token.setKey(key);
    JwtClaims claims = claims();
    bend.accept(claims);
    token.setPayloadBytes(claims.toJson().getBytes(StandardCharsets.UTF_8));
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Tokens.ISSUER);
    claims.setAudience(Tokens.AUDIENCE);
    claims.setSubject("partner-app");
    claims.setStringClaim("tenant", TENANT);
    claims.setStringClaim("scope", String.join(" ", Scopes.ALL));
    claims.setIssuedAt(NumericDate.now());
    claims.setExpirationTimeMinutesInTheFuture(60);
    return claims;
  }

  private static RsaJsonWebKey realKey() {
    try {
      return new RsaJsonWebKey(JsonUtil.parseJson(StackResource.stack().secrets().signingKey()));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
