package health.backstep.backbone.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Reads the keys of tokens again and again, beside the calls and never because of one: a call waits
 * for no identity provider.
 */
@ApplicationScoped
public class TokenKeysWatch {

  private static final Logger LOG = Logger.getLogger(TokenKeysWatch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final TokenKeys keys;
  private final TokenKeysConfig config;
  private final Thread thread =
      Thread.ofPlatform().name("token-keys").daemon().unstarted(this::watchUntilStopped);

  TokenKeysWatch(TokenKeysConfig config) {
    TokenKeysConfig.check(config);
    this.config = config;
    this.keys = new TokenKeys(PublishedKeys.at(config), config.keep(), System::nanoTime);
  }

  TokenKeys keys() {
    return keys;
  }

  /** A provider that is away keeps no service from starting, but from being ready. */
  void start(@Observes StartupEvent started) throws InterruptedException {
    keys.refresh();
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    thread.interrupt();
    thread.join(STOP_WITHIN);
  }

  private void watchUntilStopped() {
    try {
      while (true) {
        Thread.sleep(config.every());
        keys.refresh();
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }
}
