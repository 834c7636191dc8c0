package health.backstep.security.canary;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All canaries of a run. */
public final class Planted {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BITS = 60;
  private static final int RADIX = 36;

  private final Queue<Canary> all = new ConcurrentLinkedQueue<>();

  /**
   * A new value that nothing else has: lower-case letters and digits, fit for a name, a path, a
   * header and the id of an exercise.
   *
   * @param where it is going to be put in
   */
  public String plant(Kind kind, String where) {
    return plant(kind, where, "canary" + new BigInteger(BITS, RANDOM).toString(RADIX));
  }

  /** The same with a value that is rare enough by itself. */
  public String plant(Kind kind, String where, String value) {
    all.add(new Canary(kind, where, value));
    return value;
  }

  public List<Canary> all() {
    return List.copyOf(all);
  }

  /** Several values of one kind. */
  public void plantAll(Kind kind, String where, Collection<String> values) {
    values.forEach(value -> plant(kind, where, value));
  }
}
