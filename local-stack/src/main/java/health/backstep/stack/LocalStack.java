package health.backstep.stack;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import health.backstep.stack.secret.Tokens;
import health.backstep.stack.service.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A running platform: PostgreSQL, Kafka with the contract's topics and the services asked for. What
 * it started it stops, in order, when it is closed or this JVM ends; a detached one goes on.
 */
public final class LocalStack implements AutoCloseable {

  private final StackOptions options;
  private final Claim claim;
  private final Progress progress;
  private final Secrets secrets;
  private final ProcessTable table;
  private final BackingServers backing;
  private final ServiceProcesses services;
  private final Thread atExit = new Thread(this::close, "stop-stack");

  private LocalStack(StackOptions options, Claim claim, Progress progress) {
    this.options = options;
    this.claim = claim;
    this.progress = progress;
    this.secrets = Secrets.in(claim.data().root());
    this.table = ProcessTable.at(claim.data().processTable());
    this.backing = new BackingServers(claim.data(), options.ports(), secrets, table);
    this.services = new ServiceProcesses(options, claim.data(), secrets, table);
  }

  /**
   * Starts the stack and returns when all of it is ready.
   *
   * @throws StackFailure when one already runs there, a port is taken or a part does not start;
   *     then nothing is left running
   */
  public static LocalStack start(StackOptions options, Progress progress) {
    LocalStack stack = new LocalStack(options, Claim.to(options), progress);
    stack.startAll();
    return stack;
  }

  public Ports ports() {
    return options.ports();
  }

  public URI url(ServiceName service) {
    return ServiceProcess.url(ports().of(service));
  }

  public DataFolder data() {
    return claim.data();
  }

  public Secrets secrets() {
    return secrets;
  }

  public Tokens tokens() {
    return new Tokens(secrets);
  }

  public PostgresServer postgres() {
    return backing.postgres();
  }

  public KafkaBroker kafka() {
    return backing.kafka();
  }

  /** What the service is told; a test gives it to a service that runs inside it. */
  public Map<String, String> environment(ServiceName service) {
    return services.environment(service).asMap();
  }

  public List<RunningProcess> processes() {
    return table.all();
  }

  public List<Child> children() {
    List<Child> children = new ArrayList<>(List.of(postgres().process(), kafka().process()));
    children.addAll(services.all());
    return children;
  }

  /** Where the packaged services are found. */
  public Path repository() {
    return options.repository().toAbsolutePath();
  }

  /** Takes a process into its care that was started beside it: it ends with the stack. */
  public void take(Child child, Part part, int port) {
    table.put(RunningProcess.of(child, part, port, ServiceProcess.url(port).toString()));
  }

  /** Starts a service that was stopped or killed and returns when it is ready. */
  public void start(ServiceName service) {
    services.start(service);
  }

  /**
   * The same in another way than the usual one.
   *
   * @param launch of this service, on its port
   */
  public Child start(ServiceName service, Launch launch) {
    return services.start(service, launch);
  }

  /** Asks the service to end and returns when it has. */
  public void stop(ServiceName service) {
    services.of(service).identity().end(Part.SERVICE);
  }

  /** Ends the service at once, as a crash would. */
  public void kill(ServiceName service) {
    services.of(service).identity().kill();
  }

  /** True from the moment that the stack is being stopped. */
  public boolean isClosing() {
    return table.isClosed();
  }

  @Override
  public void close() {
    ExitHook.remove(atExit);
    table.endAll((process, took) -> progress.ends(process.name() + " stopped", took));
    claim.lock().close();
  }

  private void startAll() {
    if (!options.detached()) {
      ExitHook.add(atExit);
    }
    try {
      backing.start(progress);
      SideBySide.run(options.services().stream().sorted().map(this::startOf).toList());
    } catch (RuntimeException e) {
      boolean stoppedByUs = isClosing();
      close();
      throw stoppedByUs ? new StackFailure("Stopped while starting.", e) : e;
    }
  }

  private Runnable startOf(ServiceName service) {
    return () -> progress.during(service.processName(), () -> start(service));
  }
}
