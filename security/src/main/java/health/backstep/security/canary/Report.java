package health.backstep.security.canary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search has shown.
 *
 * @param planted how many canaries
 * @param searched how much of each place
 * @param leaks canaries where they may not be, each once for each place
 * @param unseen places that should hold what is known to be there, and did not: they were not
 *     really searched
 * @param lost kinds of which no canary was found even where they may be: they were not really
 *     planted
 */
public record Report(
    int planted,
    Map<String, Amount> searched,
    List<Find> leaks,
    List<String> unseen,
    Set<Kind> lost) {

  /**
   * @param parts lines, records, rows or bodies
   */
  public record Amount(long bytes, long parts) {

    Amount and(int more) {
      return new Amount(bytes + more, parts + 1);
    }
  }

  public boolean holds() {
    return leaks.isEmpty() && unseen.isEmpty() && lost.isEmpty();
  }

  public long bytes() {
    return searched.values().stream().mapToLong(Amount::bytes).sum();
  }
}
