package health.backstep.plan.change.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Wakes whoever follows a tenant's changes. A signal says that there may be something new and no
 * more; the feed says what. Changes of this process are signalled when they have committed, those
 * of other instances within about a second (see {@link ChangeWatch}).
 */
@ApplicationScoped
public class ChangeSignals {

  /** Somebody who listens, until closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  ChangeSignals(MeterRegistry metrics) {
    Gauge.builder("backstep.changes.listeners", listeners, List::size)
        .description("Readers and senders of this process who are woken by changes")
        .register(metrics);
  }

  /**
   * From now on the listener is given the name of each tenant that may have new changes. It is
   * called on the thread of whoever wrote them, so it only wakes another one and never fails.
   */
  public Listening listen(Consumer<String> listener) {
    Consumer<String> own = tenant -> listener.accept(tenant);
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  void signal(String tenant) {
    listeners.forEach(listener -> listener.accept(tenant));
  }
}
