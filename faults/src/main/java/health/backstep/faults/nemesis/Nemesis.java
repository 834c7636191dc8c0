package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Part;
import health.backstep.stack.platform.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Strikes one fault after the other, sometimes two at once, and waits each time until the platform
 * is healthy again. When that does not happen within the limit it stops: what came after would tell
 * nothing more.
 */
public final class Nemesis {

  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Ground ground;
  private final Health health;
  private final Onlooker onlooker;
  private final Duration recoveredWithin;
  private final InstantSource clock = InstantSource.system();

  /** A nemesis that gives the platform five minutes to recover from each fault. */
  public Nemesis(Cluster cluster, Ground ground, Probe probe, Onlooker onlooker) {
    this(cluster, ground, probe, onlooker, RECOVERED_WITHIN);
  }

  Nemesis(
      Cluster cluster, Ground ground, Probe probe, Onlooker onlooker, Duration recoveredWithin) {
    this.cluster = cluster;
    this.ground = ground;
    this.health = new Health(cluster, probe);
    this.onlooker = onlooker;
    this.recoveredWithin = recoveredWithin;
  }

  /**
   * Does harm until the schedule is through or the time is over; the last fault is put right and
   * recovered from before it returns.
   */
  public List<Strike> unleash(Schedule schedule, Duration atMost) throws InterruptedException {
    List<Strike> strikes = new ArrayList<>();
    Instant deadline = clock.instant().plus(atMost);
    Iterator<Schedule.Step> steps = schedule.steps();
    boolean healthy = true;
    while (healthy && steps.hasNext() && clock.instant().isBefore(deadline)) {
      Schedule.Step step = steps.next();
      ground.hold(step.pause());
      List<Strike> struck = recovered(strike(step));
      strikes.addAll(struck);
      healthy = struck.stream().allMatch(strike -> strike.recovered().isPresent());
    }
    return strikes;
  }

  private List<Strike> strike(Schedule.Step step) throws InterruptedException {
    List<Callable<Strike>> blows =
        step.blows().stream().<Callable<Strike>>map(blow -> () -> strike(blow)).toList();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      return each.invokeAll(blows).stream().map(Future::resultNow).toList();
    }
  }

  private Strike strike(Schedule.Blow blow) {
    Fault fault = blow.fault();
    onlooker.begins(fault);
    Instant begun = clock.instant();
    String trouble = harm(blow);
    onlooker.ends(fault);
    return new Strike(fault.name(), begun, clock.instant(), Optional.empty(), trouble);
  }

  /** What kept the fault from being done as planned: the class of it and its words. */
  private String harm(Schedule.Blow blow) {
    try {
      blow.fault().strike(cluster, blow.random(), ground);
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (Exception e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private List<Strike> recovered(List<Strike> struck) throws InterruptedException {
    boolean healthy = Waiting.until(this::isHealthy, LOOK_EVERY, recoveredWithin);
    Instant at = clock.instant();
    List<Strike> over =
        struck.stream().map(strike -> healthy ? strike.recoveredAt(at) : strike).toList();
    over.forEach(onlooker::isOver);
    return over;
  }

  /** A part that ended by itself is started again, as the supervisor of a process does it. */
  private boolean isHealthy() {
    Health.parts(cluster).stream().filter(part -> !part.isRunning()).forEach(this::startAgain);
    return health.getAsBoolean();
  }

  private void startAgain(Part part) {
    try {
      part.start();
      if (part.isRunning()) {
        onlooker.startsAgain(part);
      }
    } catch (StackFailure notYet) {
      return;
    }
  }
}
