package health.backstep.backbone.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count while the identity provider changes its keys. */
class KeyRotationTest {

  private static final RsaJsonWebKey OLD = Provider.key("old");
  private static final RsaJsonWebKey NEW = Provider.key("new");
  private static final RsaJsonWebKey STRANGE = Provider.key("strange");
  private static final Duration KEEP = Duration.ofHours(1);

  private final AtomicLong nanos = new AtomicLong();
  private Provider provider;
  private TokenKeys keys;
  private TokenReader reader;

  record At(String location, Duration every, Duration keep) implements TokenKeysConfig {
    @Override
    public Optional<Path> ca() {
      return Optional.empty();
    }

    @Override
    public Duration answerWithin() {
      return Duration.ofSeconds(30);
    }
  }

  @BeforeEach
  void aProviderWithOneKey() throws Exception {
    provider = Provider.started();
    provider.publishes(OLD);
    read(provider.address().toString());
    keys.refresh();
  }

  @AfterEach
  void end() {
    provider.close();
  }

  @Test
  void aNewKeyCountsOnceItIsReadAndTheOldOneUntilItIsWithdrawn() throws Exception {
    accepted(Provider.token(OLD));
    refused(Provider.token(NEW));

    provider.publishes(OLD, NEW);
    keys.refresh();
    accepted(Provider.token(OLD));
    accepted(Provider.token(NEW));

    provider.publishes(NEW);
    keys.refresh();
    refused(Provider.token(OLD));
    accepted(Provider.token(NEW));
  }

  @Test
  void whenAllKeysAreWithdrawnNoTokenCounts() throws Exception {
    provider.publishes();
    keys.refresh();

    refused(Provider.token(OLD));
    assertThat(keys.current()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 302})
  void whileTheProviderAnswersNoKeysTheLastOnesCountForAnHour(int status) throws Exception {
    provider.answers(status, "{\"keys\": []}");
    nanos.addAndGet(KEEP.toNanos());
    keys.refresh();
    accepted(Provider.token(OLD));

    nanos.addAndGet(1);
    keys.refresh();
    refused(Provider.token(OLD));

    provider.publishes(OLD);
    keys.refresh();
    accepted(Provider.token(OLD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"keys\": 1}", "null"})
  void whatIsNoKeySetChangesNothing(String answer) throws Exception {
    provider.answers(200, answer);
    keys.refresh();

    accepted(Provider.token(OLD));
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() throws Exception {
    provider.answers(200, "{\"keys\": [], \"x\": \"" + "x".repeat(300_000) + "\"}");
    keys.refresh();

    accepted(Provider.token(OLD));
  }

  @Test
  void anAnswerThatStopsOnItsWayIsGivenUp() throws Exception {
    provider.doesNotEndItsAnswers();
    provider.publishes(NEW);
    assertTimeoutPreemptively(Duration.ofMinutes(1), keys::refresh);

    accepted(Provider.token(OLD));
    refused(Provider.token(NEW));
  }

  @Test
  void nothingInATokenMakesTheServiceAskAnybody() throws Exception {
    try (Provider lure = Provider.started()) {
      lure.publishes(STRANGE);
      int asked = provider.asked();
      for (String name : new String[] {"jku", "x5u"}) {
        JsonWebSignature header = new JsonWebSignature();
        header.setHeader(name, lure.address().toString());
        refused(Provider.token(STRANGE, header));
      }
      JsonWebSignature named = new JsonWebSignature();
      named.setKeyIdHeaderValue(lure.address().toString());
      refused(Provider.token(STRANGE, named));
      JsonWebSignature bringing = new JsonWebSignature();
      bringing.setHeader("jwk", STRANGE.toParams(OutputControlLevel.PUBLIC_ONLY));
      refused(Provider.token(STRANGE, bringing));

      assertThat(lure.asked()).isZero();
      assertThat(provider.asked()).isEqualTo(asked);
    }
  }

  @Test
  void aTokenThatNamesNoKeyCountsOnlyWhileThereIsOne() throws Exception {
    String nameless = Provider.withHeader(OLD, new JsonWebSignature());
    accepted(nameless);

    provider.publishes(OLD, NEW);
    keys.refresh();
    refused(nameless);
  }

  @Test
  void aFileIsReadAgainLikeAnAddress(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("jwks.json");
    Files.writeString(file, published(OLD));
    read(file.toUri().toString());
    keys.refresh();
    accepted(Provider.token(OLD));

    Files.writeString(file, published(NEW));
    keys.refresh();
    accepted(Provider.token(NEW));
    refused(Provider.token(OLD));

    Files.writeString(file, published(OLD).substring(0, 100));
    keys.refresh();
    accepted(Provider.token(NEW));

    Files.delete(file);
    keys.refresh();
    accepted(Provider.token(NEW));
  }

  @Test
  void keysThatCouldBeChangedOnTheirWayKeepTheServiceFromStarting() {
    assertThatThrownBy(() -> read("http://192.0.2.1/jwks")).hasMessageContaining("https");
    assertThatThrownBy(() -> read("ftp://192.0.2.1/jwks")).hasMessageContaining("BACKSTEP_JWKS");
  }

  @Test
  void aWithdrawnKeyCannotBeMadeToCountForLong() {
    String file = "file:/none";
    Duration minute = Duration.ofMinutes(1);
    TokenKeysConfig.check(new At(file, Duration.ofMinutes(10), Duration.ofDays(1)));
    for (TokenKeysConfig unsafe :
        new TokenKeysConfig[] {
          new At(file, Duration.ofMillis(999), minute),
          new At(file, Duration.ofSeconds(601), Duration.ofDays(1)),
          new At(file, minute, Duration.ofSeconds(59)),
          new At(file, minute, Duration.ofDays(1).plusSeconds(1)),
        }) {
      assertThatThrownBy(() -> TokenKeysConfig.check(unsafe))
          .hasMessageContaining("backstep.token-keys.");
    }
  }

  private void read(String location) {
    At at = new At(location, Duration.ofSeconds(30), KEEP);
    keys = new TokenKeys(PublishedKeys.at(at), at.keep(), nanos::get);
    reader = new TokenReader(keys);
  }

  private void accepted(String token) throws ParseException {
    assertThat(reader.parse(token, rules()).getSubject()).isEqualTo("app");
  }

  private void refused(String token) {
    assertThatThrownBy(() -> reader.parse(token, rules())).isInstanceOf(ParseException.class);
  }

  private static JWTAuthContextInfo rules() {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setIssuedBy(Provider.ISSUER);
    rules.setExpectedAudience(Set.of(Provider.AUDIENCE));
    rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
    rules.setClockSkew(30);
    return rules;
  }

  private static String published(RsaJsonWebKey key) {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }
}
