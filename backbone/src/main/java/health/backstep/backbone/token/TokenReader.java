package health.backstep.backbone.token;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Reads tokens as the framework does, with our keys and one rule more: a token from the future,
 * beyond what clocks may differ, is refused.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TokenReader extends JWTCallerPrincipalFactory {

  private final TokenKeys keys;
  private final VerifiedTokens verified = new VerifiedTokens(() -> NumericDate.now().getValue());
  private final DefaultJWTTokenParser parser;

  @Inject
  TokenReader(TokenKeysWatch watch) {
    this(watch.keys());
  }

  TokenReader(TokenKeys keys) {
    this.keys = keys;
    this.parser =
        new DefaultJWTTokenParser() {
          @Override
          protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info) {
            return keys;
          }
        };
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    List<JsonWebKey> now = keys.current();
    Optional<CallerToken> known = verified.find(token, now, rules.getClockSkew());
    if (known.isPresent()) {
      return known.get();
    }
    CallerToken caller = verify(token, rules);
    verified.remember(token, caller, now);
    return caller;
  }

  private CallerToken verify(String token, JWTAuthContextInfo rules) throws ParseException {
    JwtContext read = parser.parse(token, rules);
    JwtClaims claims = read.getJwtClaims();
    refuseFromTheFuture(claims, rules.getClockSkew());
    String type = read.getJoseObjects().getFirst().getHeader("typ");
    return new CallerToken(type, claims);
  }

  private static void refuseFromTheFuture(JwtClaims claims, int skewSeconds) throws ParseException {
    try {
      NumericDate issued = claims.getIssuedAt();
      if (issued != null && issued.getValue() > NumericDate.now().getValue() + skewSeconds) {
        throw new ParseException("the token says that it is not issued yet");
      }
    } catch (MalformedClaimException e) {
      throw new ParseException("claim iat of the token is no time", e);
    }
  }
}
