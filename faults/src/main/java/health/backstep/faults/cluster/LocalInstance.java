package health.backstep.faults.cluster;

import health.backstep.faults.proxy.PortProxy;
import health.backstep.faults.proxy.TcpProxy;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Launch;
import health.backstep.stack.service.ServiceEnvironment;
import health.backstep.stack.service.ServiceHealth;
import health.backstep.stack.service.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One instance of a packaged service between two proxies. */
final class LocalInstance extends LocalPart implements Instance {

  private final ServiceName service;
  private final Site site;
  private final Supplier<Map<ServiceName, URI>> addresses;
  private final TcpProxy clients;
  private final TcpProxy toDatabase;
  private volatile Path repository;

  private LocalInstance(
      ServiceName service,
      String name,
      List<Integer> ports,
      Site site,
      Supplier<Map<ServiceName, URI>> addresses) {
    super(name, ports.get(0), health.backstep.stack.process.Part.SERVICE, site.table());
    this.service = service;
    this.site = site;
    this.addresses = addresses;
    this.repository = site.repository();
    this.clients = PortProxy.plain(ports.get(1), port());
    this.toDatabase = PortProxy.postgres(ports.get(2), site.databasePort());
  }

  /**
   * Opens its proxies; it is not started.
   *
   * @param number from 1, among the instances of the service
   * @param addresses of the services, asked for when it is started
   */
  static LocalInstance of(
      ServiceName service, int number, Site site, Supplier<Map<ServiceName, URI>> addresses) {
    return new LocalInstance(
        service, service.processName() + "-" + number, LocalPort.free(3), site, addresses);
  }

  @Override
  Launch launch() {
    return ServiceProcess.launch(
        name(), service, environment(), jvmArguments(), repository, site.data());
  }

  /** From its next start on it runs what is packaged there. */
  void runFrom(Path other) {
    repository = other;
  }

  private Map<String, String> environment() {
    String brokers = site.quorum().bootstrapServers();
    Map<String, String> all =
        new HashMap<>(
            new ServiceEnvironment(
                    service, port(), toDatabase.port(), brokers, site.secrets(), addresses.get())
                .asMap());
    all.putAll(site.layout().environmentOf(service));
    return all;
  }

  @Override
  String address() {
    return url().toString();
  }

  @Override
  public boolean isReady() {
    return isRunning() && ServiceHealth.isReady(port());
  }

  @Override
  public ServiceName service() {
    return service;
  }

  @Override
  public URI url() {
    return ServiceProcess.url(clients.port());
  }

  @Override
  public URI directUrl() {
    return ServiceProcess.url(port());
  }

  @Override
  public List<String> jvmArguments() {
    return site.layout().jvmArgumentsOf(service);
  }

  @Override
  public TcpProxy clients() {
    return clients;
  }

  @Override
  public Optional<TcpProxy> toDatabase() {
    return Optional.of(toDatabase);
  }

  /** Ends it for good, and its proxies. */
  void close() {
    end();
    clients.close();
    toDatabase.close();
  }
}
