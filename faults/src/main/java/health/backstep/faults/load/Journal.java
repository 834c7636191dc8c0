package health.backstep.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that the clients of a run asked and were told, in the order in which it was noted. */
public final class Journal {

  private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();

  public void note(Attempt attempt) {
    attempts.add(attempt);
  }

  public List<Attempt> attempts() {
    return new ArrayList<>(attempts);
  }
}
