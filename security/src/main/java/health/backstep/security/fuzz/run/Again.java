package health.backstep.security.fuzz.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.security.authz.run.Meter;
import health.backstep.security.fuzz.Requests;
import health.backstep.security.fuzz.Shot;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * Sends requests that were refused once more, as new ones, while nothing else happens: then no
 * table of any database may be another than before.
 */
final class Again {

  private static final int AT_ONCE = 3_000;
  private static final int MOST_ROUNDS = 5;

  /** So often the tables are looked at to find out which request has changed them. */
  private static final int LOOKS = 16;

  /** What one sending of a group came to. */
  private record Round(Set<Long> carriedOut, List<String> changed) {}

  private final Cluster cluster;
  private final Function<ServiceName, URI> urls;
  private final Requests requests;
  private final Judged judged;
  private final Set<Long> refused = new ConcurrentSkipListSet<>();
  private int round;
  private int looks = LOOKS;

  /**
   * @param round the last one in which requests of these numbers were sent
   */
  Again(
      Cluster cluster,
      Function<ServiceName, URI> urls,
      Requests requests,
      Judged judged,
      int round) {
    this.cluster = cluster;
    this.urls = urls;
    this.requests = requests;
    this.judged = judged;
    this.round = round;
  }

  void send(List<Long> numbers, Meter meter) {
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      int to = Math.min(numbers.size(), from + AT_ONCE);
      group(numbers.subList(from, to));
      meter.reach(to, numbers.size());
    }
  }

  /** How many were answered with a refusal this time, too. */
  int refused() {
    return refused.size();
  }

  /** What is not refused this time is left out, and the others are tried anew. */
  private void group(List<Long> numbers) {
    List<Long> left = numbers;
    for (int each = 0; each < MOST_ROUNDS; each++) {
      Round sent = send(left);
      if (sent.changed().isEmpty()) {
        return;
      }
      if (sent.carriedOut().isEmpty()) {
        judged.findings().accept(narrowed(left, sent.changed()));
        return;
      }
      left = left.stream().filter(number -> !sent.carriedOut().contains(number)).toList();
    }
    judged
        .findings()
        .accept(
            new Finding(
                span(numbers), "some of them are refused at one time and not at another", ""));
  }

  /** The request that did it, as far as it does it again and some looks are enough to find it. */
  private Finding narrowed(List<Long> numbers, List<String> changed) {
    int middle = numbers.size() / 2;
    for (List<Long> half :
        List.of(numbers.subList(0, middle), numbers.subList(middle, numbers.size()))) {
      if (half.size() < numbers.size() && looks-- > 0) {
        List<String> byHalf = send(half).changed();
        if (!byHalf.isEmpty()) {
          return narrowed(half, byHalf);
        }
      }
    }
    String how =
        numbers.size() == 1
            ? CommandLineOf.shot(requests.shot(numbers.getFirst(), Mark.of(numbers.getFirst(), 0)))
            : "";
    return new Finding(span(numbers), "refused, and changed " + changed, how);
  }

  private Round send(List<Long> numbers) {
    round++;
    List<Shot> shots = new ArrayList<>();
    for (long number : numbers) {
      shots.add(requests.shot(number, Mark.of(number, round)));
    }
    Set<Long> carriedOut = new ConcurrentSkipListSet<>();
    Map<String, String> before = Rest.of(cluster);
    Gunners.upTo(
        shots.size(),
        urls,
        (index, lines) -> {
          Shot shot = shots.get(index);
          Answer answer = judged.send(shot, lines);
          if (answer.isSuccess()) {
            carriedOut.add(shot.number());
          } else if (answer.status() >= 400 && answer.status() < 500) {
            refused.add(shot.number());
          }
        });
    return new Round(carriedOut, Changes.of(before, Rest.of(cluster)));
  }

  private static String span(List<Long> numbers) {
    return numbers.size() == 1
        ? "number " + numbers.getFirst()
        : "numbers %d to %d".formatted(numbers.getFirst(), numbers.getLast());
  }
}
