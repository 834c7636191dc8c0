package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Asks the machine's resolver. Nobody waits for longer than a connection may take. */
@ApplicationScoped
class SystemHostNames implements HostNames {

  private final LookUps lookUps;

  SystemHostNames(WebhookConfig config) {
    this.lookUps =
        new LookUps(
            InetAddress::getAllByName,
            new Places(config.lookUps(), config.perTenant()),
            config.connectWithin());
  }

  @Override
  public Optional<List<InetAddress>> addresses(Tenant tenant, String host) {
    return lookUps.addresses(tenant, host);
  }

  void stop(@Observes ShutdownEvent stopping) {
    lookUps.close();
  }
}
