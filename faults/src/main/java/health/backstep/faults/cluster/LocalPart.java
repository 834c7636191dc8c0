package health.backstep.faults.cluster;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.ProcessIdentity;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.process.Signal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that is a process of this machine, with whatever processes it has made itself. */
abstract class LocalPart implements Part {

  private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final int port;
  private final health.backstep.stack.process.Part kind;
  private final ProcessTable table;
  private volatile @Nullable Child child;
  private boolean ended;

  LocalPart(String name, int port, health.backstep.stack.process.Part kind, ProcessTable table) {
    this.name = name;
    this.port = port;
    this.kind = kind;
    this.table = table;
  }

  /** How to start it on what it left behind. */
  abstract Launch launch();

  /** Where it is reached, as people are told. */
  abstract String address();

  /** The signal by which it is stopped in a fault run. */
  Signal stopSignal() {
    return kind.stop();
  }

  @Override
  public final String name() {
    return name;
  }

  final int port() {
    return port;
  }

  @Override
  public final boolean isRunning() {
    Child running = child;
    return running != null && running.identity().isAlive();
  }

  @Override
  public synchronized void start() {
    if (ended || isRunning()) {
      return;
    }
    LocalPort.requireFree(port, name);
    adopt(launch().start());
  }

  /** Takes over a process that was started elsewhere. */
  final void adopt(Child started) {
    child = started;
    table.put(RunningProcess.of(started, kind, port, address()));
  }

  /** Waits until it is ready. */
  final void awaitReady(Duration limit) {
    Child started = child;
    if (started == null) {
      throw new IllegalStateException(name + " was not started");
    }
    started.awaitReady(limit, this::isReady);
  }

  @Override
  public synchronized void kill() {
    freeze();
    List<ProcessIdentity> family = family();
    family.forEach(process -> process.send(Signal.KILL));
    family.forEach(process -> process.awaitEnd(KILLED_WITHIN));
  }

  @Override
  public synchronized void stop() {
    List<ProcessIdentity> family = family();
    if (family.isEmpty()) {
      return;
    }
    family.getFirst().send(stopSignal());
    thaw();
    if (!family.getFirst().awaitEnd(kind.limit())) {
      kill();
    }
  }

  /** The one that makes the others first, so that it makes no more. */
  @Override
  public synchronized void freeze() {
    family().stream().limit(1).forEach(process -> process.send(Signal.STOP));
    family().stream().skip(1).forEach(process -> process.send(Signal.STOP));
  }

  @Override
  public synchronized void thaw() {
    family().forEach(process -> process.send(Signal.CONT));
  }

  @Override
  public long residentBytes() {
    return family().stream().mapToLong(Family::residentBytes).sum();
  }

  /** Ends it for good: it is not started again. */
  final synchronized void end() {
    ended = true;
    kill();
  }

  /** The process and those that it has made, itself first; empty when it does not run. */
  final List<ProcessIdentity> family() {
    Child running = child;
    return running == null ? List.of() : Family.of(running.identity());
  }
}
