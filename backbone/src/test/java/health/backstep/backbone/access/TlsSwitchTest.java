package health.backstep.backbone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One switch of the environment puts https in the place of http, on the same port. */
class TlsSwitchTest {

  private static final URL SETTINGS =
      TlsSwitchTest.class.getResource("/META-INF/microprofile-config.properties");

  @Test
  void whenNothingIsSaidThePortSpeaksHttp() {
    SmallRyeConfig settings = with(Map.of());

    assertThat(settings.getValue("quarkus.http.insecure-requests", String.class))
        .isEqualTo("enabled");
    for (String name : new String[] {"files", "key-files", "reload-period"}) {
      assertThat(settings.getOptionalValue("quarkus.http.ssl.certificate." + name, String.class))
          .isEmpty();
    }
  }

  @Test
  void whenItIsOnThePortSpeaksNothingButHttps() {
    SmallRyeConfig settings =
        with(
            Map.of(
                "BACKSTEP_TLS", "on",
                "BACKSTEP_TLS_CERTIFICATE", "/etc/own.crt",
                "BACKSTEP_TLS_KEY", "/etc/own.key"));

    assertThat(settings.getValue("quarkus.http.insecure-requests", String.class))
        .isEqualTo("disabled");
    assertThat(settings.getValue("quarkus.http.ssl-port", String.class)).isEqualTo("8081");
    assertThat(settings.getValue("quarkus.http.ssl.certificate.files", String.class))
        .isEqualTo("/etc/own.crt");
    assertThat(settings.getValue("quarkus.http.ssl.certificate.key-files", String.class))
        .isEqualTo("/etc/own.key");
  }

  @Test
  void aSwitchThatIsOnWithoutACertificateOrIsMistypedIsNoSwitchThatIsOff() {
    assertThatThrownBy(
            () ->
                with(Map.of("BACKSTEP_TLS", "on"))
                    .getValue("quarkus.http.ssl.certificate.files", String.class))
        .hasMessageContaining("BACKSTEP_TLS_CERTIFICATE");
    assertThatThrownBy(
            () ->
                with(Map.of("BACKSTEP_TLS", "true"))
                    .getValue("quarkus.http.insecure-requests", String.class))
        .hasMessageContaining("backstep.tls.true");
  }

  private static SmallRyeConfig with(Map<String, String> environment) {
    Map<String, String> given = new HashMap<>(environment);
    given.put("quarkus.http.port", "8081");
    try {
      return new SmallRyeConfigBuilder()
          .addDefaultInterceptors()
          .withSources(
              new PropertiesConfigSource(SETTINGS, 100),
              new PropertiesConfigSource(given, "environment", 300))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
