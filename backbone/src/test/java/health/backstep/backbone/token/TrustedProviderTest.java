package health.backstep.backbone.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From whom keys of tokens are taken: only from a server that can prove who it is. */
class TrustedProviderTest {

  private static final String KEYS = "{\"keys\": []}";

  @TempDir private Path folder;
  private Certified own;
  private HttpsServer server;

  record At(String location, Optional<Path> ca) implements TokenKeysConfig {
    @Override
    public Duration every() {
      return Duration.ofSeconds(30);
    }

    @Override
    public Duration keep() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration answerWithin() {
      return Duration.ofSeconds(30);
    }
  }

  @BeforeEach
  void aProviderWithACertificateOfItsOwn() throws Exception {
    own = Certified.in(folder, "provider");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own.server()));
    server.createContext(
        "/",
        call -> {
          byte[] keys = KEYS.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, keys.length);
          call.getResponseBody().write(keys);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void keysAreReadFromAServerForWhomTheNamedAuthorityVouches() throws Exception {
    assertThat(keys(Optional.of(own.certificate())).read()).isEqualTo(KEYS);
  }

  @Test
  void noKeysAreReadFromAServerForWhomItDoesNotVouch() throws Exception {
    Optional<Path> strange = Optional.of(Certified.in(folder, "strange").certificate());

    assertThatThrownBy(() -> keys(strange).read()).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void noKeysAreReadFromAServerForWhomNobodyVouches() {
    assertThatThrownBy(() -> keys(Optional.empty()).read())
        .isInstanceOf(SSLHandshakeException.class);
  }

  private PublishedKeys keys(Optional<Path> ca) {
    return PublishedKeys.at(
        new At("https://127.0.0.1:" + server.getAddress().getPort() + "/jwks", ca));
  }
}
