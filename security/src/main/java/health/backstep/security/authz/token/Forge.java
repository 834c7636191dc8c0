package health.backstep.security.authz.token;

import health.backstep.security.authz.Actor;
import health.backstep.security.authz.Tenants;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes the tokens of all actors: rightful ones, and forged ones as attackers make them. */
public final class Forge implements AutoCloseable {

  private static final int RSA_BITS = 2_048;
  private static final int MINUTE = 60;
  private static final int LIFE_MINUTES = 600;
  private static final String SUBJECT = "authz";

  private final Secrets secrets;
  private final RsaJsonWebKey real;
  private final RsaJsonWebKey attackers;
  private final Lure lure;
  private final Map<String, String> made = new ConcurrentHashMap<>();

  private Forge(Secrets secrets, RsaJsonWebKey attackers, Lure lure) throws JoseException {
    this.secrets = secrets;
    this.real = new RsaJsonWebKey(JsonUtil.parseJson(secrets.signingKey()));
    this.attackers = attackers;
    this.lure = lure;
  }

  /** For the platform whose tokens are signed with the key among these secrets. */
  public static Forge of(Secrets secrets) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
      key.setKeyId("attacker");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      String keys = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
      return new Forge(secrets, key, Lure.with(keys));
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  public Lure lure() {
    return lure;
  }

  /** What the actor sends; nothing for one without a token. Where the time matters it is new. */
  public Optional<String> token(Actor actor) {
    return switch (actor.token().split(" ", 2)[0]) {
      case "none" -> Optional.empty();
      case "expires", "begins" -> Optional.of(make(actor));
      default -> Optional.of(made.computeIfAbsent(actor.name(), name -> make(actor)));
    };
  }

  @Override
  public void close() {
    lure.close();
  }

  private String make(Actor actor) {
    String[] words = actor.token().split(" ", 2);
    String value = words.length > 1 ? words[1] : "";
    JwtClaims claims = claims(actor);
    Signature signature = Signature.by(real);
    return switch (words[0]) {
      case "text" -> value;
      case "valid" -> signature.over(claims);
      case "expires" -> expiring(claims, Integer.parseInt(value));
      case "begins" -> beginning(claims, Integer.parseInt(value));
      case "audience" -> {
        claims.setAudience(value);
        yield signature.over(claims);
      }
      case "issuer" -> {
        claims.setIssuer(value);
        yield signature.over(claims);
      }
      case "subject" -> {
        claims.setSubject(value);
        yield signature.over(claims);
      }
      case "without" -> {
        claims.unsetClaim(value);
        yield signature.over(claims);
      }
      case "two-tenants" -> {
        claims.setStringListClaim("tenant", Tenants.BOTH);
        yield signature.over(claims);
      }
      case "stolen-name" -> Signature.by(attackers).named(real.getKeyId()).over(claims);
      case "changed" -> changed(claims);
      case "signature-cut" -> signature.over(claims).replaceAll("[^.]*$", "");
      case "alg-none" -> signature.with(AlgorithmIdentifiers.NONE, null).over(claims);
      case "hmac-der" -> hmac(real.getPublicKey().getEncoded()).over(claims);
      case "hmac-jwks" -> hmac(published()).over(claims);
      case "rs512" ->
          signature.with(AlgorithmIdentifiers.RSA_USING_SHA512, real.getPrivateKey()).over(claims);
      case "kid" -> Signature.by(attackers).named(value).over(claims);
      case "lure" -> luring(value).over(claims);
      default -> throw new IllegalArgumentException("no token is made like '" + words[0] + "'");
    };
  }

  private String expiring(JwtClaims claims, int seconds) {
    claims.setExpirationTime(fromNow(seconds));
    claims.setIssuedAt(fromNow(seconds - MINUTE));
    return Signature.by(real).over(claims);
  }

  private String beginning(JwtClaims claims, int seconds) {
    claims.setNotBefore(fromNow(seconds));
    return Signature.by(real).over(claims);
  }

  /** The claims are another tenant's than those that were signed. */
  private String changed(JwtClaims claims) {
    String[] victim = Signature.by(real).over(claims).split("\\.", -1);
    claims.setStringClaim("tenant", Tenants.FOREIGN);
    String[] own = Signature.by(real).over(claims).split("\\.", -1);
    return victim[0] + "." + victim[1] + "." + own[2];
  }

  private Signature hmac(byte[] known) {
    return Signature.by(real).with(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(known));
  }

  private Signature luring(String header) {
    Object to =
        header.equals("jwk")
            ? attackers.toParams(OutputControlLevel.PUBLIC_ONLY)
            : lure.address().toString();
    return Signature.by(attackers).header(header, to);
  }

  private byte[] published() {
    try {
      return Files.readAllBytes(secrets.publicKeys());
    } catch (IOException e) {
      throw new UncheckedIOException("the published keys cannot be read", e);
    }
  }

  private static JwtClaims claims(Actor actor) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Tokens.ISSUER);
    claims.setAudience(Tokens.AUDIENCE);
    claims.setSubject(SUBJECT);
    claims.setStringClaim("tenant", actor.tenant());
    claims.setStringClaim(
        "scope", actor.scopes().equals("all") ? String.join(" ", Scopes.ALL) : actor.scopes());
    claims.setIssuedAt(NumericDate.now());
    claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
    return claims;
  }

  private static NumericDate fromNow(int seconds) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
  }
}
