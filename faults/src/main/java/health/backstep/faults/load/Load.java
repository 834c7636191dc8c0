package health.backstep.faults.load;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.faults.nemesis.Probe;
import health.backstep.stack.process.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** Patients of three tenants, all at once, until they are told to stop. */
public final class Load implements AutoCloseable {

  public static final List<String> TENANTS = List.of("north-clinic", "south-clinic", "west-clinic");

  /** The last request of each app is repeated until it is answered, but not for ever. */
  private static final Duration LAST_ANSWERS_WITHIN = Duration.ofSeconds(90);

  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> lives = new ArrayList<>();
  private final LoadOptions options;
  private final Probe probe;
  private final Journal probes;

  private Load(LoadOptions options, Probe probe, Journal probes) {
    this.options = options;
    this.probe = probe;
    this.probes = probes;
  }

  /** Begins; everything that is asked and answered goes into the journal. */
  public static Load on(Cluster cluster, LoadOptions options, Journal journal) {
    Gateway gateway = gateway(cluster, journal);
    Journal probes = new Journal();
    SplittableRandom seeds = new SplittableRandom(options.seed());
    Gateway probing = gateway(cluster, probes);
    Probe probe = new Prober(probing, seeds.nextLong(), TENANTS.getFirst(), Clock.systemUTC());
    Load load = new Load(options, probe, probes);
    for (int patient = 0; patient < options.patients(); patient++) {
      load.begin(TENANTS.get(patient % TENANTS.size()), gateway, seeds.split());
    }
    return load;
  }

  /** Whether a request goes through all services at the moment. */
  public Probe probe() {
    return probe;
  }

  /** What the probe asked; not part of what the patients' apps asked. */
  public Journal probes() {
    return probes;
  }

  private static Gateway gateway(Cluster cluster, Journal journal) {
    return new Gateway(
        service -> cluster.instances(service).stream().map(Instance::url).toList(),
        cluster::token,
        journal,
        Clock.systemUTC());
  }

  private void begin(String tenant, Gateway gateway, SplittableRandom seed) {
    SplittableRandom pace = seed.split();
    Life life =
        new Life(
            tenant, new App(gateway, seed.split()), seed, () -> nextIsDue(pace), Clock.systemUTC());
    lives.add(Thread.ofVirtual().name("patient-" + lives.size()).start(life));
  }

  /** Between half and one and a half of the mean pause. */
  private boolean nextIsDue(SplittableRandom pace) {
    double meanMillis = 1000.0 * options.patients() / options.perSecond();
    return !over.get() && Pause.of((long) (meanMillis * pace.nextDouble(0.5, 1.5))) && !over.get();
  }

  /** Lets each app get its last answer and ends. */
  @Override
  public void close() {
    over.set(true);
    long deadline = System.nanoTime() + LAST_ANSWERS_WITHIN.toNanos();
    try {
      for (Thread life : lives) {
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        if (!life.join(left)) {
          life.interrupt();
        }
      }
    } catch (InterruptedException e) {
      lives.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }
}
