package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One attempt against a receiver on this machine. */
class PostingTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress BESIDE = InetAddress.ofLiteral("127.0.0.2");
  private static final InetAddress OUTSIDE = InetAddress.ofLiteral("93.184.215.14");
  private static final String HOST = "hooks.partner.example";
  private static final TargetPolicy TRYING_OUT = new TargetPolicy(true, true);
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

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (Receiver inside = new Receiver(HERE);
        Receiver receiver = new Receiver(HERE)) {
      receiver.answer(307, "location", "http://127.0.0.1:" + inside.port() + "/inside");

      Attempt attempt = attemptAt(receiver);

      assertThat(attempt.outcome()).isEqualTo(Outcome.REDIRECTED);
      assertThat(attempt.status()).contains(307);
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
    try (ServerSocket silent = new ServerSocket(0, 5, HERE)) {
      answers.add(List.of(HERE));

      assertThat(
              attempt(TRYING_OUT, "http://" + HOST + ":" + silent.getLocalPort() + "/").outcome())
          .isEqualTo(Outcome.TIMED_OUT);
    }
  }

  @Test
  void aLongAnswerCountsByItsStatusAndIsCutOff() throws IOException {
    try (Receiver receiver = new Receiver(HERE)) {
      receiver.answerAtLength(200, 64 * 1024 * 1024);

      assertThat(attemptAt(receiver).outcome()).isEqualTo(Outcome.DELIVERED);
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
    Clock clock = Clock.systemUTC();
    try (Posting posting = new Posting(vertx, options, clock)) {
      return new Attempting(policy, _ -> answers.remove(), posting, Duration.ofSeconds(5), clock)
          .attempt(
              new Claim(
                  new health.backstep.backbone.tenancy.Tenant("any"),
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  url,
                  new Message("msg_1", "{}"),
                  List.of()));
    }
  }
}
