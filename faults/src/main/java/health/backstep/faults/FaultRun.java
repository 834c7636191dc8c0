package health.backstep.faults;

import health.backstep.faults.check.evidence.Evidence;
import health.backstep.faults.check.evidence.Sample;
import health.backstep.faults.check.evidence.Snapshot;
import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.check.invariant.Invariants;
import health.backstep.faults.check.reading.Quiet;
import health.backstep.faults.check.reading.Rebuilding;
import health.backstep.faults.check.reading.Sampler;
import health.backstep.faults.check.reading.SnapshotReader;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.cluster.LocalCluster;
import health.backstep.faults.load.Attempt;
import health.backstep.faults.load.Journal;
import health.backstep.faults.load.Load;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.nemesis.Ground;
import health.backstep.faults.nemesis.Nemesis;
import health.backstep.faults.nemesis.Probe;
import health.backstep.faults.nemesis.Strike;
import health.backstep.stack.Progress;
import health.backstep.stack.process.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Patients at work, harm done meanwhile, rest, and then the question whether anything was lost. */
public final class FaultRun {

  private static final Duration WARM_WITHIN = Duration.ofMinutes(3);
  private static final int LOOK_MILLIS = 500;

  private final Cluster cluster;
  private final RunOptions options;
  private final Watch watch;
  private final Journal journal = new Journal();
  private final Ground ground;

  private FaultRun(Cluster cluster, RunOptions options, Watch watch) {
    this.cluster = cluster;
    this.options = options;
    this.watch = watch;
    this.ground = new Ground(journal, options.pace());
  }

  /**
   * Runs on a cluster that has just been started, and leaves it running.
   *
   * @throws IllegalStateException when no request went through before the first fault
   */
  public static Result on(Cluster cluster, RunOptions options, Watch watch)
      throws InterruptedException {
    return new FaultRun(cluster, options, watch).run();
  }

  /**
   * Runs on a cluster of its own, which ends with the run; its data stays.
   *
   * @param data folder of the cluster
   * @param repository where the packaged services are found
   * @throws health.backstep.stack.platform.StackFailure when the cluster does not start
   */
  public static Result onItsOwn(
      Path data, Path repository, Layout layout, RunOptions options, Watch watch, Progress progress)
      throws InterruptedException {
    try (LocalCluster cluster = LocalCluster.start(data, repository, layout, progress)) {
      return on(cluster, options, watch);
    }
  }

  private Result run() throws InterruptedException {
    Instant begun = Instant.now();
    List<Strike> strikes;
    List<Attempt> probes;
    boolean cameToRest;
    Sampler sampler = Sampler.of(cluster);
    try (sampler) {
      try (Load load = Load.on(cluster, options.load(), journal)) {
        strikes = strike(load.probe());
        watch.phase("waiting for the last answers", journal);
        probes = load.probes().attempts();
      }
      watch.phase("coming to rest", journal);
      cameToRest = new Quiet(cluster).await(options.restWithin());
    }
    Evidence evidence = evidence(strikes, probes, sampler.samples(), cameToRest);
    return new Result(
        options,
        begun,
        Duration.between(begun, Instant.now()),
        strikes,
        Faults.impossible(options.faults(), cluster),
        journal.attempts(),
        evidence.injected(),
        Invariants.decide(evidence));
  }

  private List<Strike> strike(Probe probe) throws InterruptedException {
    watch.phase("warming up", journal);
    awaitWorking(probe);
    Thread.sleep(options.calm());
    watch.phase("faults", journal);
    Nemesis nemesis = new Nemesis(cluster, ground, probe, watch);
    List<Strike> strikes =
        nemesis.unleash(
            options.schedule(Faults.possible(options.faults(), cluster)), options.atMost());
    Thread.sleep(options.calm());
    return strikes;
  }

  private static void awaitWorking(Probe probe) {
    long deadline = System.nanoTime() + WARM_WITHIN.toNanos();
    while (!works(probe)) {
      if (System.nanoTime() > deadline || !Pause.of(LOOK_MILLIS)) {
        throw new IllegalStateException(
            "No request went through the whole platform within 3 minutes of its start."
                + " The logs of the services tell why.");
      }
    }
  }

  private static boolean works(Probe probe) {
    try {
      return probe.works();
    } catch (Exception e) {
      return false;
    }
  }

  /** What is sent again would hide what was lost, so everything is read before. */
  private Evidence evidence(
      List<Strike> strikes, List<Attempt> probes, List<Sample> samples, boolean cameToRest)
      throws InterruptedException {
    watch.phase("reading databases and topics", journal);
    Snapshot snapshot = new SnapshotReader(cluster).read();
    Evidence before =
        new Evidence(
            snapshot,
            Stream.of(journal.attempts(), probes).flatMap(List::stream).toList(),
            ground.injected(),
            strikes,
            samples,
            cameToRest,
            Optional.empty());
    if (isEnough(before)) {
      return before;
    }
    watch.phase("sending every topic again", journal);
    return before.with(new Rebuilding(cluster).rebuild(options.restWithin()));
  }

  private boolean isEnough(Evidence evidence) {
    return Invariants.decide(evidence).stream()
        .filter(Finding::isBroken)
        .anyMatch(options.enough());
  }
}
