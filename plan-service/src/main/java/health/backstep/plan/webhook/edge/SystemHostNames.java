package health.backstep.plan.webhook.edge;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the machine's resolver. It answers when it likes, so it is asked on threads of its own, and
 * nobody waits for longer than a connection may take.
 */
@ApplicationScoped
class SystemHostNames implements HostNames {

  private static final int THREADS = 16;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());
  private final WebhookConfig config;

  SystemHostNames(WebhookConfig config) {
    this.config = config;
  }

  @Override
  public List<InetAddress> addresses(String host) {
    Future<InetAddress[]> answer;
    try {
      answer = threads.submit(() -> InetAddress.getAllByName(host));
    } catch (RejectedExecutionException e) {
      return List.of();
    }
    try {
      return List.of(answer.get(config.connectWithin().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    threads.shutdownNow();
  }
}
