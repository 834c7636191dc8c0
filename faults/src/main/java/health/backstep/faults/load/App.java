package health.backstep.faults.load;

import health.backstep.stack.process.Pause;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A patient's app as partners should write one: it repeats what it does not know the outcome of,
 * with the same key and body, on any instance. Now and then it behaves as apps do: it crashes and
 * never asks again, sends twice at once, or repeats what was answered long ago.
 */
final class App {

  private static final double CRASHES = 0.04;
  private static final double SENDS_TWICE = 0.03;
  private static final int REMEMBERED = 20;
  private static final int SHORTEST_PAUSE_MILLIS = 200;
  private static final int PAUSE_SPREAD_MILLIS = 800;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final Gateway gateway;
  private final RandomGenerator random;
  private final Deque<Ask> answered = new ArrayDeque<>();

  App(Gateway gateway, RandomGenerator random) {
    this.gateway = gateway;
    this.random = random;
  }

  /** Writes until there is an answer; empty when the app gave up without knowing the outcome. */
  Optional<Attempt.Answer> write(Ask ask) {
    boolean crashes = random.nextDouble() < CRASHES;
    if (random.nextDouble() < SENDS_TWICE) {
      int instance = random.nextInt();
      Thread.startVirtualThread(() -> gateway.send(ask, instance));
    }
    while (!Thread.currentThread().isInterrupted()) {
      Optional<Attempt.Answer> answer = gateway.send(ask, random.nextInt());
      if (answer.filter(App::isFinal).isPresent()) {
        answer.filter(Attempt.Answer::isAccepted).ifPresent(_ -> remember(ask));
        return answer;
      }
      if (answer.isEmpty() && crashes) {
        return answer;
      }
      Pause.of(pauseMillis(answer));
    }
    return Optional.empty();
  }

  /** Reads once. */
  Optional<Attempt.Answer> read(Ask ask) {
    return gateway.send(ask, random.nextInt());
  }

  /** Sends something again that was answered before. */
  void repeatSomething() {
    answered.stream()
        .skip(answered.isEmpty() ? 0 : random.nextInt(answered.size()))
        .findFirst()
        .ifPresent(ask -> gateway.send(ask, random.nextInt()));
  }

  private void remember(Ask ask) {
    answered.addLast(ask);
    if (answered.size() > REMEMBERED) {
      answered.removeFirst();
    }
  }

  private static boolean isFinal(Attempt.Answer answer) {
    return answer.status() < SERVER_ERROR && answer.status() != TOO_MANY_REQUESTS;
  }

  private long pauseMillis(Optional<Attempt.Answer> answer) {
    long spread = SHORTEST_PAUSE_MILLIS + random.nextLong(PAUSE_SPREAD_MILLIS);
    return answer.flatMap(Attempt.Answer::retryAfter).map(seconds -> seconds * 1000L).orElse(0L)
        + spread;
  }
}
