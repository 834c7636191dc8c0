package health.backstep.backbone.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private static final String RAW = "header.claims.signature";
  private static final int SKEW = 30;
  private static final long EXPIRES = 1_000;

  private final AtomicLong now = new AtomicLong();
  private final List<JsonWebKey> keys = new ArrayList<>();
  private final VerifiedTokens verified = new VerifiedTokens(now::get);

  @BeforeEach
  void aValidToken() {
    verified.remember(RAW, expiring(EXPIRES), keys);
  }

  @Test
  void aTokenCountsUntilItExpiresWithTheSkewOfClocks() {
    now.set(EXPIRES + SKEW - 1);
    assertThat(verified.find(RAW, keys, SKEW)).isPresent();

    now.set(EXPIRES + SKEW);
    assertThat(verified.find(RAW, keys, SKEW)).isEmpty();
  }

  @Test
  void aTokenIsVerifiedAnewWithKeysThatWereReadAnewEvenIfTheyAreTheSame() {
    assertThat(verified.find(RAW, new ArrayList<>(keys), SKEW)).isEmpty();
  }

  @Test
  void anyOtherTokenIsUnknown() {
    assertThat(verified.find(RAW + "A", keys, SKEW)).isEmpty();
  }

  @Test
  void aTokenWithoutAnEndIsVerifiedEachTime() {
    verified.remember(RAW, new CallerToken("JWT", new JwtClaims()), keys);

    assertThat(verified.find(RAW, keys, SKEW)).isEmpty();
  }

  @Test
  void claimsOfOursAndOfTheStandardAreReadAlike() {
    CallerToken token = expiring(EXPIRES);

    assertThat(token.<String>getClaim("tenant")).isEqualTo("north");
    assertThat(token.<Long>getClaim("exp")).isEqualTo(EXPIRES);
    assertThat(token.<Object>getClaim("none")).isNull();
  }

  private static CallerToken expiring(long epochSeconds) {
    JwtClaims claims = new JwtClaims();
    claims.setExpirationTime(NumericDate.fromSeconds(epochSeconds));
    claims.setStringClaim("tenant", "north");
    return new CallerToken("JWT", claims);
  }
}
