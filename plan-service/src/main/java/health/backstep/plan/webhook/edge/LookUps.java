package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a resolver that answers when it likes and cannot be broken off. What was given up goes on in
 * the background and keeps its place until it ends, so places are shared out by tenant, and a name
 * that is being asked for is not asked for again beside that. Nothing queues.
 *
 * <p>The threads are the platform's: the resolver is native code, which would hold on to the
 * carrier of a virtual thread, and requests run on those.
 */
final class LookUps implements HostNames, AutoCloseable {

  /** What is asked in the end. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addresses(String host) throws IOException;
  }

  private record Question(Tenant tenant, String host) {}

  private final Resolver resolver;
  private final Places places;
  private final Duration within;
  private final Map<Question, CompletableFuture<List<InetAddress>>> asked =
      new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("webhook-names-", 0).daemon().factory());

  /**
   * @param places for what is being asked
   * @param within how long an answer is waited for
   */
  LookUps(Resolver resolver, Places places, Duration within) {
    this.resolver = resolver;
    this.places = places;
    this.within = within;
  }

  @Override
  public Optional<List<InetAddress>> addresses(Tenant tenant, String host) {
    return Optional.ofNullable(asked.computeIfAbsent(new Question(tenant, host), this::begin))
        .map(this::await);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private @Nullable CompletableFuture<List<InetAddress>> begin(Question question) {
    if (threads.isShutdown() || !places.take(question.tenant())) {
      return null;
    }
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    threads.execute(() -> ask(question, answer));
    return answer;
  }

  private void ask(Question question, CompletableFuture<List<InetAddress>> answer) {
    try {
      answer.complete(List.of(resolver.addresses(question.host())));
    } catch (IOException | RuntimeException e) {
      answer.complete(List.of());
    } finally {
      places.giveBack(question.tenant());
      asked.remove(question);
    }
  }

  private List<InetAddress> await(CompletableFuture<List<InetAddress>> answer) {
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
