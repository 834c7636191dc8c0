package health.backstep.faults.cluster;

import health.backstep.stack.ExitHook;
import health.backstep.stack.Progress;
import health.backstep.stack.SideBySide;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.broker.Quorum;
import health.backstep.stack.broker.TopicCreation;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FolderLock;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.secret.Tokens;
import health.backstep.stack.training.Training;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cluster of processes of this machine. All of them end when it is closed or this JVM ends, at
 * once and also when they are held still.
 */
public final class LocalCluster implements Cluster {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration TOKEN_TTL = Duration.ofHours(24);

  private final Site site;
  private final FolderLock lock;
  private final LocalDatabase database;
  private final List<LocalBroker> brokers;
  private final List<LocalInstance> instances;
  private final Tokens tokens;
  private final Thread atExit = new Thread(this::close, "end-cluster");

  private LocalCluster(Site site, FolderLock lock) {
    this.site = site;
    this.lock = lock;
    this.tokens = new Tokens(site.secrets());
    this.database =
        new LocalDatabase(site.data(), site.databasePort(), site.secrets(), site.table());
    this.brokers =
        site.quorum().nodes().stream()
            .map(node -> new LocalBroker(site.data(), site.quorum(), node.id(), site.table()))
            .toList();
    this.instances =
        Stream.of(ServiceName.values()).flatMap(service -> instances(service, site)).toList();
  }

  /**
   * Starts a cluster on empty data and returns when all of it is ready.
   *
   * @param folder a new one, or one of ours, whose data is deleted
   * @param repository where the packaged services are found
   * @throws health.backstep.stack.platform.StackFailure when a part does not start; then nothing is
   *     left running
   */
  public static LocalCluster start(Path folder, Path repository, Layout layout, Progress progress) {
    Training.renew(layout.servicesWithCache(), repository, progress);
    DataFolder data = DataFolder.at(folder).open();
    FolderLock lock = FolderLock.of(data);
    ProcessTable.at(data.processTable()).endAll((_, _) -> {});
    data.empty();
    return start(data, lock, repository, layout, progress);
  }

  /**
   * Starts a cluster on databases that were restored there, with Kafka empty, and returns when all
   * of it is ready.
   */
  public static LocalCluster startRestored(
      Path folder, Path repository, Layout layout, Progress progress) {
    Training.renew(layout.servicesWithCache(), repository, progress);
    DataFolder data = DataFolder.at(folder).open();
    return start(data, FolderLock.of(data), repository, layout, progress);
  }

  private static LocalCluster start(
      DataFolder data, FolderLock lock, Path repository, Layout layout, Progress progress) {
    Site site =
        new Site(
            data,
            repository,
            layout,
            Quorum.of(layout.brokers()),
            LocalPort.free(1).getFirst(),
            Secrets.in(data.root()),
            ProcessTable.at(data.processTable()));
    LocalCluster cluster = new LocalCluster(site, lock);
    cluster.startAll(progress);
    return cluster;
  }

  /**
   * Stops an instance in order and starts it with what is packaged elsewhere; its data, topics and
   * ports stay. Returns when it is ready.
   *
   * @param repository where the packaged services are found
   * @throws health.backstep.stack.platform.StackFailure when it does not start
   */
  public void replace(Instance instance, Path repository) {
    LocalInstance replaced = instances.get(instances.indexOf(instance));
    replaced.stop();
    replaced.runFrom(repository);
    replaced.start();
    replaced.awaitReady(START_LIMIT);
  }

  @Override
  public KafkaAccess kafka() {
    return KafkaAccess.open(site.quorum().bootstrapServers());
  }

  @Override
  public List<Broker> brokers() {
    return List.copyOf(brokers);
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public List<Instance> instances() {
    return List.copyOf(instances);
  }

  @Override
  public String token(String tenant) {
    return tokens.issue(new TokenRequest(tenant, Scopes.all(), "fault-run", TOKEN_TTL));
  }

  @Override
  public Connection connect(ServiceName service) throws SQLException {
    return database.connect(service);
  }

  @Override
  public boolean isWhole() {
    return parts().allMatch(Part::isReady) && new KafkaView(kafka()).isInSync();
  }

  @Override
  public void wipeKafka() {
    SideBySide.run(brokers.stream().<Runnable>map(broker -> broker::kill).toList());
    brokers.forEach(LocalBroker::wipe);
    startKafka(Progress.silent());
  }

  @Override
  public void close() {
    ExitHook.remove(atExit);
    SideBySide.run(
        Stream.concat(
                instances.stream().<Runnable>map(instance -> instance::close),
                Stream.concat(brokers.stream(), Stream.of(database))
                    .<Runnable>map(part -> part::end))
            .toList());
    site.table().endAll((_, _) -> {});
    lock.close();
  }

  private void startAll(Progress progress) {
    ExitHook.add(atExit);
    try {
      SideBySide.run(
          List.of(
              () -> progress.during(database.name(), database::create),
              () -> startKafka(progress)));
      startTogether(instances, progress);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void startKafka(Progress progress) {
    startTogether(brokers, progress);
    progress.during(
        "topics",
        () -> TopicCreation.at(kafka().bootstrapServers()).create(site.quorum().topics()));
  }

  private static void startTogether(List<? extends LocalPart> parts, Progress progress) {
    SideBySide.run(
        parts.stream().<Runnable>map(part -> () -> startAndAwait(part, progress)).toList());
  }

  private static void startAndAwait(LocalPart part, Progress progress) {
    progress.during(
        part.name(),
        () -> {
          part.start();
          part.awaitReady(START_LIMIT);
        });
  }

  private Stream<LocalPart> parts() {
    List<LocalPart> parts = new ArrayList<>(brokers);
    parts.add(database);
    parts.addAll(instances);
    return parts.stream();
  }

  private Stream<LocalInstance> instances(ServiceName service, Site site) {
    return IntStream.rangeClosed(1, site.layout().instancesOf(service))
        .mapToObj(number -> LocalInstance.of(service, number, site, this::addresses));
  }

  /** Where the services reach each other: the first instance of each. */
  private Map<ServiceName, URI> addresses() {
    return instances.stream()
        .collect(
            Collectors.toMap(LocalInstance::service, LocalInstance::url, (first, next) -> first));
  }
}
