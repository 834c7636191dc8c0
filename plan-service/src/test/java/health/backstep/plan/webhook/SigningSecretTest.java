package health.backstep.plan.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  /** Published with the specification's libraries. */
  private static final SigningSecret KNOWN =
      SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final Message MESSAGE =
      new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void signsAsThePublishedExampleIsSigned() {
    assertThat(KNOWN.sign(MESSAGE, AT)).isEqualTo(SIGNATURE);
  }

  @Test
  void aMessageCarriesOneSignatureForEachSecret() {
    SigningSecret other = SigningSecret.make(new SecureRandom());

    assertThat(MESSAGE.headers(List.of(KNOWN, other), AT.plusMillis(999)))
        .containsEntry("webhook-id", MESSAGE.id())
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", SIGNATURE + " " + other.sign(MESSAGE, AT));
  }

  @Test
  void aNewSecretIsRandomAndComesBackFromItsText() {
    SigningSecret made = SigningSecret.make(new SecureRandom());

    assertThat(made.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(SigningSecret.parse(made.text()).key()).isEqualTo(made.key());
    assertThat(SigningSecret.make(new SecureRandom()).key()).isNotEqualTo(made.key());
    assertThat(made.toString()).doesNotContain(made.text().substring(6, 12));
  }

  @Test
  void shortOrLongOrOtherKeysAreNone() {
    assertThatThrownBy(() -> SigningSecret.parse(text(23))).hasMessageContaining("24 to 64");
    assertThatThrownBy(() -> SigningSecret.parse(text(65))).hasMessageContaining("24 to 64");
    assertThatThrownBy(() -> SigningSecret.parse("whsk_AAAA")).hasMessageContaining("whsec_");
    assertThat(SigningSecret.parse(text(24)).key()).hasSize(24);
    assertThat(SigningSecret.parse(text(64)).key()).hasSize(64);
  }

  @Test
  void anIdCannotHoldWhatPartsTheSignedText() {
    assertThatThrownBy(() -> new Message("msg_1.2", "{}")).hasMessageContaining("dot");
  }

  private static String text(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
