package health.backstep.safety;

import health.backstep.safety.SafetyReport.Result;
import health.backstep.safety.history.Histories;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import health.backstep.safety.run.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Holds the safety properties against many made-up histories, on all cores. */
public final class SafetyRun {

  private static final int CHUNK = 200;

  private final Ground ground;
  private final Planner planner;
  private final List<SafetyProperty> properties;

  public SafetyRun(Ground ground, Planner planner, List<SafetyProperty> properties) {
    this.ground = ground;
    this.planner = planner;
    this.properties = List.copyOf(properties);
  }

  /**
   * Runs the histories of so many seeds in a row.
   *
   * @param patients how many
   * @param seed of the first
   * @param progress hears how many histories are done; called from several threads
   */
  public SafetyReport run(long patients, long seed, LongConsumer progress) {
    long begun = System.nanoTime();
    Tally tally = tally(patients, seed, progress);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      SafetyProperty property = properties.get(i);
      FailingCase smallest =
          tally.failed(i) == 0
              ? null
              : FailingCase.of(property, seed + tally.first(i), ground, planner);
      results.add(new Result(property, tally.checked(i), tally.failed(i), smallest));
    }
    return new SafetyReport(
        tally.histories(), tally.events(), tally.versions(), took, results, tally.coverage());
  }

  private Tally tally(long patients, long seed, LongConsumer progress) {
    AtomicLong next = new AtomicLong();
    AtomicLong done = new AtomicLong();
    int cores = Runtime.getRuntime().availableProcessors();
    Tally all = new Tally(properties);
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      List<Future<Tally>> tallies = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        tallies.add(workers.submit(() -> work(patients, seed, next, done, progress)));
      }
      for (Future<Tally> tally : tallies) {
        all.add(tally.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the safety run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
    return all;
  }

  private Tally work(
      long patients, long seed, AtomicLong next, AtomicLong done, LongConsumer progress) {
    Tally tally = new Tally(properties);
    long from = next.getAndAdd(CHUNK);
    while (from < patients) {
      long to = Math.min(patients, from + CHUNK);
      for (long place = from; place < to; place++) {
        count(tally, seed, place);
      }
      progress.accept(done.addAndGet(to - from));
      from = next.getAndAdd(CHUNK);
    }
    return tally;
  }

  private void count(Tally tally, long seed, long place) {
    try {
      tally.count(Running.of(Histories.of(seed + place), ground, planner), place);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The history of seed %d could not be run: %s".formatted(seed + place, e), e);
    }
  }
}
