package health.backstep.security.fuzz;

import health.backstep.security.authz.Operation;
import java.util.List;
import java.util.Locale;

/**
 * A request as it is sent.
 *
 * @param number which of its seed, from 0
 * @param bytes the message
 * @param whole whether it is a message of HTTP, so that an answer is due
 * @param samePlace whether it is sent to where the operation is
 * @param mutations what was done to a valid request
 */
public record Shot(
    long number,
    Described described,
    String method,
    String target,
    byte[] bytes,
    boolean whole,
    boolean samePlace,
    List<String> mutations) {

  public Shot {
    mutations = List.copyOf(mutations);
  }

  public Operation operation() {
    return described.operation();
  }

  /**
   * Whether it may be carried out before its end turns out to be none: its head is sound, and
   * nobody waits for the body of an operation that takes none.
   */
  public boolean mayBeDoneBeforeItsEnd() {
    return !described.hasBody()
        && mutations.stream().anyMatch(FramingMutations.BEHIND_THE_HEAD::contains);
  }

  /** Whether an answer to it has no body. */
  public boolean asksForHeadOnly() {
    return whole && method.equals("HEAD");
  }

  /** Whether carrying it out takes something away. */
  static boolean deletes(String method) {
    return method.toUpperCase(Locale.ROOT).equals("DELETE");
  }
}
