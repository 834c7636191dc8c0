package health.backstep.faults.compose;

import health.backstep.faults.cluster.Instance;
import health.backstep.faults.proxy.PortProxy;
import health.backstep.faults.proxy.TcpProxy;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.service.ServiceHealth;
import health.backstep.stack.service.ServiceProcess;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A service of the Compose file, which clients reach through the gateway alone. */
final class ContainedInstance extends Container implements Instance {

  private final ServiceName service;
  private final TcpProxy clients;

  ContainedInstance(String project, ServiceName service, int gatewayPort) {
    super(project, service.processName());
    this.service = service;
    this.clients = PortProxy.plain(LocalPort.free(1).getFirst(), gatewayPort);
  }

  @Override
  public boolean isReady() {
    return isRunning() && ServiceHealth.isReady(directUrl());
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
    return URI.create("http://%s:%d".formatted(address(), port()));
  }

  @Override
  public List<String> jvmArguments() {
    return List.of();
  }

  @Override
  public TcpProxy clients() {
    return clients;
  }

  @Override
  public Optional<TcpProxy> toDatabase() {
    return Optional.empty();
  }

  /** Where it listens in its container. */
  private int port() {
    return switch (service) {
      case PROFILE -> 8081;
      case PLAN -> 8082;
      case SESSION -> 8083;
    };
  }
}
