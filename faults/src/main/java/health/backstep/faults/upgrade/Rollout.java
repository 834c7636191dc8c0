package health.backstep.faults.upgrade;

import health.backstep.faults.cluster.Instance;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Journal;
import health.backstep.faults.nemesis.Area;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Waiting;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.EnumSet;

/**
 * One instance after the other is stopped in order and started with another version. After each of
 * them the versions work side by side for a while.
 *
 * @param journal what the patients' apps were answered meanwhile
 */
record Rollout(LocalCluster cluster, Version to, Journal journal) {

  /** From the service of the instance; it has two, so both of them answered some. */
  private static final int ANSWERS_SIDE_BY_SIDE = 15;

  private static final int SERVER_ERROR = 500;
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** A step of a run, which counts as a fault: whatever goes wrong has to heal by itself. */
  static Fault as(String name, LocalCluster cluster, Version to) {
    return Fault.of(
        name,
        EnumSet.allOf(Area.class),
        (_, _, ground) -> new Rollout(cluster, to, ground.journal()).run());
  }

  private void run() throws InterruptedException {
    for (Instance instance : cluster.instances()) {
      cluster.replace(instance, to.repository());
      awaitAnswersOf(instance.service());
    }
  }

  private void awaitAnswersOf(ServiceName service) throws InterruptedException {
    long enough = answersOf(service) + ANSWERS_SIDE_BY_SIDE;
    Waiting.until(
        () -> answersOf(service) >= enough,
        LOOK_EVERY,
        LIMIT,
        () -> service.processName() + " gave hardly any answer side by side");
  }

  private long answersOf(ServiceName service) {
    return journal.attempts().stream()
        .filter(attempt -> attempt.service() == service)
        .flatMap(attempt -> attempt.answer().stream())
        .map(Attempt.Answer::status)
        .filter(status -> status < SERVER_ERROR)
        .count();
  }
}
