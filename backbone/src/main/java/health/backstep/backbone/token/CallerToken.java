package health.backstep.backbone.token;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;

/**
 * The claims of a verified token. The framework finds out by an exception that a claim such as
 * {@code tenant} is not one of the standard's, several times in each call.
 */
final class CallerToken extends DefaultJWTCallerPrincipal {

  private static final Map<String, Claims> OF_THE_STANDARD =
      Stream.of(Claims.values()).collect(toUnmodifiableMap(Claims::name, identity()));

  CallerToken(String type, JwtClaims claims) {
    super(type, claims);
  }

  @Override
  protected Claims getClaimType(String name) {
    return OF_THE_STANDARD.getOrDefault(name, Claims.UNKNOWN);
  }
}
