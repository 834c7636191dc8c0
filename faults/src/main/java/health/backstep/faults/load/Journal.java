package health.backstep.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** All that the clients of a run asked and were told, in the order in which it was noted. */
public final class Journal {

  private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger noted = new AtomicInteger();

  public void note(Attempt attempt) {
    attempts.add(attempt);
    noted.incrementAndGet();
  }

  /** How many attempts were noted so far. */
  public int size() {
    return noted.get();
  }

  public List<Attempt> attempts() {
    return new ArrayList<>(attempts);
  }
}
