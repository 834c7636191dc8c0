package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clocks may differ by 30 seconds, and by not one more. As the service is set up, to the second:
 * what the clock ticked into is asked again.
 */
@ProfileComponentTest
class TokenTimesTest {

  @Inject JWTParser parser;

  @ParameterizedTest(name = "{0} {1} s from now: {2}")
  @CsvSource({
    "exp, -29, true",
    "exp, -30, false",
    "exp, -31, false",
    "nbf, 30, true",
    "nbf, 31, false",
    "iat, 30, true",
    "iat, 31, false",
    "iat, 86400, false",
    "exp, 1, true",
    "nbf, -86400, true",
    "iat, -86400, true",
  })
  void aClaimAsFarFromNowAsThat(String claim, long seconds, boolean counts) {
    assertThat(counts(claim, seconds)).isEqualTo(counts);
  }

  private boolean counts(String claim, long seconds) {
    while (true) {
      NumericDate now = NumericDate.now();
      NumericDate at = NumericDate.fromSeconds(now.getValue() + seconds);
      boolean counts = counts(ForgedToken.with(claims -> bend(claims, claim, at, now)));
      if (NumericDate.now().getValue() == now.getValue()) {
        return counts;
      }
    }
  }

  /** An old token was issued before it ended, and one from the future ends later still. */
  private static void bend(JwtClaims claims, String claim, NumericDate at, NumericDate now) {
    claims.setIssuedAt(NumericDate.fromSeconds(now.getValue() - 600));
    claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + 172_800));
    claims.setClaim(claim, at.getValue());
  }

  private boolean counts(String token) {
    try {
      return parser.parse(token).getSubject() != null;
    } catch (ParseException e) {
      return false;
    }
  }
}
