package health.backstep.stack.training;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.LogFile;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.Signal;
import health.backstep.stack.service.AotCache;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets packaged services run on an empty database and an empty broker and answer some calls, and
 * keeps what their JVMs had to find out for that. What they are told there counts nowhere else.
 */
public final class Training {

  /** The JVM writes the cache while it ends. */
  private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);

  private static final int LOG_LINES = 15;

  private final Path repository;
  private final Path folder;
  private final Progress progress;

  private Training(Path repository, Progress progress) {
    this.repository = repository;
    this.folder = repository.toAbsolutePath().normalize().resolve("local-stack/target/training");
    this.progress = progress;
  }

  /**
   * Makes the ahead-of-time caches of those of the services that have none that fits; quick when
   * all have. One that is not packaged is left out: whoever starts it is told so.
   *
   * @throws StackFailure when a service does not start, or its JVM keeps nothing
   */
  public static synchronized void renew(
      Collection<ServiceName> services, Path repository, Progress progress) {
    Training training = new Training(repository, progress);
    if (!training.stale(services).isEmpty()) {
      training.renewAlone(services);
    }
  }

  /** Whoever trains in another process is waited for, and has done the work then. */
  private void renewAlone(Collection<ServiceName> services) {
    Path lock = folder.resolveSibling("training.lock");
    try {
      Files.createDirectories(lock.getParent());
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        train(stale(services));
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot lock %s: %s".formatted(lock, e.getMessage()), e);
    }
  }

  private List<ServiceName> stale(Collection<ServiceName> services) {
    return services.stream().sorted().filter(this::isStale).toList();
  }

  private boolean isStale(ServiceName service) {
    AotCache cache = AotCache.of(service, repository);
    return cache.isPackaged() && !cache.isFresh();
  }

  private void train(List<ServiceName> services) {
    if (services.isEmpty()) {
      return;
    }
    endWhatIsLeft();
    try (LocalStack ground = ground()) {
      for (ServiceName service : services) {
        progress.during("Training " + service.processName(), () -> train(service, ground));
      }
    }
    DataFolder.at(folder).empty();
  }

  /** Of a training that was killed. */
  private void endWhatIsLeft() {
    ProcessTable.at(DataFolder.at(folder).open().processTable()).endAll((_, _) -> {});
  }

  private LocalStack ground() {
    StackOptions options =
        new StackOptions(folder, Ports.free(), Set.of(), repository, true, false);
    AtomicReference<LocalStack> ground = new AtomicReference<>();
    progress.during(
        "Ground for training", () -> ground.set(LocalStack.start(options, Progress.silent())));
    return ground.get();
  }

  private void train(ServiceName service, LocalStack ground) {
    AotCache cache = AotCache.of(service, repository);
    String ingredients = cache.ingredients();
    Path draft = cache.draft();
    Launch launch =
        ServiceProcess.launchUncached(
            service,
            ground.environment(service),
            List.of("-XX:AOTCacheOutput=" + draft),
            repository,
            ground.data());
    Child child = ground.start(service, launch);
    Practice.with(ground, service).run();
    child.identity().send(Signal.TERM);
    if (!child.identity().awaitEnd(WRITTEN_WITHIN) || Files.notExists(draft)) {
      throw failure(child);
    }
    cache.keep(draft, ingredients);
  }

  private static StackFailure failure(Child child) {
    return new StackFailure(
        """
        The JVM kept nothing of the training of %s. The end of its log, %s:
        %s
        Without the cache the platform starts, too, only slower: ./backstep up --untrained"""
            .formatted(child.name(), child.log(), LogFile.at(child.log()).end(LOG_LINES, "  | ")));
  }
}
