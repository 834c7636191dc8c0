package health.backstep.plan.webhook.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.plan.webhook.SigningSecret;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {

  private static final String KEY = "a-key-of-some-forty-random-characters-1";
  private static final String NEW_KEY = "another-key-of-forty-random-characters";
  private static final UUID ENDPOINT = UUID.randomUUID();

  private final SigningSecret secret = SigningSecret.make(new SecureRandom());

  @Test
  void whatWasSealedOpens() {
    SealedSecrets secrets = with(KEY);
    byte[] sealed = secrets.seal("clinic", ENDPOINT, secret);

    assertThat(secrets.open("clinic", ENDPOINT, sealed).key()).isEqualTo(secret.key());
    assertThat(secrets.seal("clinic", ENDPOINT, secret)).isNotEqualTo(sealed);
  }

  @Test
  void whatWasMovedToAnotherTenantOrEndpointDoesNotOpen() {
    SealedSecrets secrets = with(KEY);
    byte[] sealed = secrets.seal("clinic", ENDPOINT, secret);

    assertThatThrownBy(() -> secrets.open("other", ENDPOINT, sealed))
        .hasMessageContaining("not sealed for this endpoint");
    assertThatThrownBy(() -> secrets.open("clinic", UUID.randomUUID(), sealed))
        .hasMessageContaining("not sealed for this endpoint");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> secrets.open("clinic", ENDPOINT, sealed))
        .hasMessageContaining("not sealed for this endpoint");
  }

  @Test
  void aKeyIsChangedByPuttingTheNewOneBeforeTheOldOne() {
    byte[] old = with(KEY).seal("clinic", ENDPOINT, secret);
    byte[] recent = with(NEW_KEY, KEY).seal("clinic", ENDPOINT, secret);

    assertThat(with(NEW_KEY, KEY).open("clinic", ENDPOINT, old).key()).isEqualTo(secret.key());
    assertThat(with(NEW_KEY).open("clinic", ENDPOINT, recent).key()).isEqualTo(secret.key());
    assertThatThrownBy(() -> with(NEW_KEY).open("clinic", ENDPOINT, old))
        .hasMessageContaining("backstep.webhooks.key lacks");
  }

  @Test
  void aShortKeyIsNone() {
    assertThatThrownBy(() -> with("short")).hasMessageContaining("at least 32");
  }

  private static SealedSecrets with(String... keys) {
    return new SealedSecrets(
        (WebhookConfig)
            Proxy.newProxyInstance(
                WebhookConfig.class.getClassLoader(),
                new Class<?>[] {WebhookConfig.class},
                (_, method, _) -> {
                  assertThat(method.getName()).isEqualTo("key");
                  return List.of(keys);
                }));
  }
}
