package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Message;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.TargetPolicy;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One attempt against a receiver on this machine. */
class PostingTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress BESIDE = InetAddress.ofLiteral("127.0.0.2");
  private static final InetAddress OUTSIDE = InetAddress.ofLiteral("93.184.215.14");
  private static final String HOST = "hooks.partner.example";
  private static final TargetPolicy TRYING_OUT = new TargetPolicy(true, true);
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final TargetPolicy STRICT = new TargetPolicy(false, true);

  private final Vertx vertx = Posting.silentVertx();
  private final Queue<List<InetAddress>> answers = new ArrayDeque<>();

  @AfterEach
  void closeClient() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void theCallGoesToTheAddressThatWasCheckedUnderTheHostsName() throws IOException {
    try (Receiver checked = new Receiver(HERE);
        Receiver other = new Receiver(BESIDE, checked.port())) {
      answers.add(List.of(HERE));
      answers.add(List.of(BESIDE));

      Attempt attempt = attempt(TRYING_OUT, "http://" + HOST + ":" + checked.port() + "/in?a=b");

      assertThat(attempt.outcome()).isEqualTo(Outcome.DELIVERED);
      assertThat(checked.received()).hasSize(1);
      assertThat(checked.received().getFirst().header("host"))
          .isEqualTo(HOST + ":" + checked.port());
      assertThat(checked.received().getFirst().path()).isEqualTo("/in?a=b");
      assertThat(other.received()).isEmpty();
      assertThat(answers).as("asked once").hasSize(1);
    }
  }

  @Test
  void aNameThatStandsForAPrivateAddressIsNotCalled() throws IOException {
    try (Receiver receiver = new Receiver(HERE)) {
      answers.add(List.of(HERE));

      assertThat(attempt(STRICT, "http://" + HOST + ":" + receiver.port() + "/").outcome())
          .isEqualTo(Outcome.TARGET_REFUSED);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void oneRefusedAddressOfANameIsEnoughToRefuseIt() throws IOException {
    try (Receiver receiver = new Receiver(HERE)) {
      answers.add(List.of(OUTSIDE, HERE));

      assertThat(attempt(STRICT, "http://" + HOST + ":" + receiver.port() + "/").outcome())
          .isEqualTo(Outcome.TARGET_REFUSED);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void aNameThatComesToStandForAnotherAddressIsCheckedAgain() throws IOException {
    try (Receiver receiver = new Receiver(HERE)) {
      String url = "http://" + HOST + ":" + receiver.port() + "/";
      answers.add(List.of(InetAddress.ofLiteral("10.0.0.1")));
      answers.add(List.of());
      answers.add(List.of(HERE));

      assertThat(attempt(STRICT, url).outcome()).isEqualTo(Outcome.TARGET_REFUSED);
      assertThat(attempt(STRICT, url).outcome()).isEqualTo(Outcome.NAME_UNKNOWN);
      assertThat(attempt(STRICT, url).outcome()).isEqualTo(Outcome.TARGET_REFUSED);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws IOException {
    try (Receiver inside = new Receiver(HERE);
        Receiver receiver = new Receiver(HERE)) {
      receiver.answer(status, "location", "http://127.0.0.1:" + inside.port() + "/inside");

      Attempt attempt = attemptAt(receiver);

      assertThat(attempt.outcome()).isEqualTo(Outcome.REDIRECTED);
      assertThat(attempt.status()).contains(status);
      assertThat(inside.received()).isEmpty();
    }
  }

  @Test
  void anotherAddressOfTheNameIsTriedWhenNobodyListensAtTheFirst() throws IOException {
    try (Receiver receiver = new Receiver(BESIDE)) {
      answers.add(List.of(HERE, BESIDE));

      assertThat(attempt(TRYING_OUT, "http://" + HOST + ":" + receiver.port() + "/").outcome())
          .isEqualTo(Outcome.DELIVERED);
    }
  }

  @Test
  void whereNobodyListensNoConnectionIsMade() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    answers.add(List.of(HERE));

    assertThat(attempt(TRYING_OUT, "http://" + HOST + ":" + port + "/").outcome())
        .isEqualTo(Outcome.NOT_CONNECTED);
  }

  @Test
  void aReceiverThatSaysNothingIsGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, HERE);
        Posting posting = posting(new HttpClientOptions())) {
      answers.add(List.of(HERE));

      String url = "http://" + HOST + ":" + silent.getLocalPort() + "/";
      assertThat(attempt(TRYING_OUT, url, posting, Duration.ofSeconds(1)).outcome())
          .isEqualTo(Outcome.TIMED_OUT);
    }
  }

  @Test
  void aLongAnswerCountsByItsStatusAndIsCutOff() throws IOException {
    try (Receiver receiver = new Receiver(HERE);
        Posting posting = posting(new HttpClientOptions())) {
      receiver.answerAtLength(200, 64 * 1024 * 1024);
      answers.add(List.of(HERE));

      String url = "http://" + HOST + ":" + receiver.port() + "/";
      assertThat(attempt(TRYING_OUT, url, posting, LONG).outcome()).isEqualTo(Outcome.DELIVERED);
      assertThat(receiver.wasCutOff()).isTrue();
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsNotTrusted(@TempDir Path folder) throws Exception {
    Certificate certificate = Certificate.make(folder, HOST);
    try (Receiver receiver = new Receiver(HERE, certificate)) {
      answers.add(List.of(HERE));

      assertThat(attempt(TRYING_OUT, "https://" + HOST + ":" + receiver.port() + "/").outcome())
          .isEqualTo(Outcome.NOT_TRUSTED);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void aCertificateHasToBeTheNamesThoughTheCallGoesToAnAddress(@TempDir Path folder)
      throws Exception {
    Certificate certificate = Certificate.make(folder, HOST);
    HttpClientOptions trusting =
        new HttpClientOptions()
            .setTrustOptions(
                new PfxOptions()
                    .setPath(certificate.file().toString())
                    .setPassword(Certificate.PASSWORD));
    try (Receiver receiver = new Receiver(HERE, certificate)) {
      answers.add(List.of(HERE));
      answers.add(List.of(HERE));

      String own = "https://" + HOST + ":" + receiver.port() + "/";
      assertThat(attempt(TRYING_OUT, own, new HttpClientOptions(trusting)).outcome())
          .isEqualTo(Outcome.DELIVERED);
      String foreign = "https://other.partner.example:" + receiver.port() + "/";
      assertThat(attempt(TRYING_OUT, foreign, new HttpClientOptions(trusting)).outcome())
          .isEqualTo(Outcome.NOT_TRUSTED);
      assertThat(receiver.received()).hasSize(1);
    }
  }

  private Attempt attemptAt(Receiver receiver) {
    answers.add(List.of(HERE));
    return attempt(TRYING_OUT, "http://" + HOST + ":" + receiver.port() + "/");
  }

  private Attempt attempt(TargetPolicy policy, String url) {
    return attempt(policy, url, new HttpClientOptions());
  }

  private Attempt attempt(TargetPolicy policy, String url, HttpClientOptions options) {
    try (Posting posting = posting(options)) {
      return attempt(policy, url, posting, LONG);
    }
  }

  private Posting posting(HttpClientOptions options) {
    return new Posting(vertx, options, CLOCK);
  }

  private Attempt attempt(TargetPolicy policy, String url, Posting posting, Duration within) {
    return new Attempting(policy, (_, _) -> Optional.of(answers.remove()), posting, within, CLOCK)
        .attempt(
            new Claim(
                new Tenant("any"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                url,
                new Message("msg_1", "{}"),
                List.of()))
        .orElseThrow();
  }
}
