package health.backstep.faults.proxy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The harm that a proxy was told to do and has still to do. */
final class Orders {

  /** What becomes of bytes of a client. */
  enum Harm {
    NONE,
    BEFORE,
    AFTER
  }

  private record Order(String words, Harm harm, AtomicInteger left) {

    boolean take() {
      return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
  }

  private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();

  void add(String words, Harm harm, int times) {
    waiting.add(new Order(words, harm, new AtomicInteger(times)));
  }

  void clear() {
    waiting.clear();
  }

  /** The harm to do for what was just said; it is counted as done. */
  Harm harmFor(ClientWords said) {
    for (Order order : waiting) {
      if (said.justSaid(order.words) && order.take()) {
        return order.harm;
      }
    }
    return Harm.NONE;
  }
}
