package health.backstep.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  @TempDir Path dataDir;

  @Test
  void verify_with_the_published_keys_and_say_who_may_do_what() throws Exception {
    JwtClaims claims =
        verified(token(new TokenRequest("demo", Set.of("plans:read", "ops:read"), "ada", hour())));
    assertThat(claims.getStringClaimValue("tenant")).isEqualTo("demo");
    assertThat(claims.getStringClaimValue("scope")).isEqualTo("ops:read plans:read");
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(hour().toSeconds());
  }

  @Test
  void are_each_told_apart_by_their_id() throws Exception {
    TokenRequest request = new TokenRequest("demo", Set.of("plans:read"), "ada", hour());
    assertThat(verified(token(request)).getJwtId())
        .isNotEqualTo(verified(token(request)).getJwtId());
  }

  @Test
  void can_be_made_that_have_run_out() {
    String token = token(new TokenRequest("demo", Set.of(), "ada", Duration.ofMinutes(-5)));
    assertThatThrownBy(() -> verified(token))
        .isInstanceOfSatisfying(
            InvalidJwtException.class, failure -> assertThat(failure.hasExpired()).isTrue());
  }

  private String token(TokenRequest request) {
    return new Tokens(Secrets.in(dataDir)).issue(request);
  }

  private JwtClaims verified(String token) throws Exception {
    JsonWebKeySet keys = new JsonWebKeySet(Files.readString(Secrets.in(dataDir).publicKeys()));
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
        .setExpectedIssuer(Tokens.ISSUER)
        .setExpectedAudience(Tokens.AUDIENCE)
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setRequireJwtId()
        .build()
        .processToClaims(token);
  }

  private static Duration hour() {
    return Duration.ofHours(1);
  }
}
