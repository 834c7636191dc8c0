package health.backstep.stack.doctor.site;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.compose.ContainerSecrets;
import health.backstep.stack.compose.ContainerState;
import health.backstep.stack.compose.HostNames;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.ComposePlace;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.doctor.broker.BrokerCheck;
import health.backstep.stack.doctor.database.DatabaseAccess;
import health.backstep.stack.doctor.database.DatabaseCheck;
import health.backstep.stack.doctor.service.Instance;
import health.backstep.stack.doctor.service.InstanceCheck;
import health.backstep.stack.doctor.service.JdksCheck;
import health.backstep.stack.doctor.service.Trust;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is asked of the containers that run, each at its own address. */
record ComposeParts(ComposeSite site, List<ContainerState> there) {

  private static final String BROKER = "kafka";
  private static final String DATABASE = "postgres";

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(new ContainersCheck(there, setting().place()));
    checks.add(new GatewayCheck(site.port(), running("gateway").isPresent()));
    List<Instance> instances =
        Arrays.stream(ServiceName.values()).flatMap(service -> instance(service).stream()).toList();
    instances.forEach(
        instance -> checks.add(new InstanceCheck(instance, Trust.ofJava(), false, setting())));
    checks.add(new JdksCheck(instances, Trust.ofJava(), setting()));
    running(DATABASE).map(ContainerState::address).map(this::database).ifPresent(checks::add);
    running(BROKER).map(ContainerState::address).map(this::broker).ifPresent(checks::add);
    return checks;
  }

  private Optional<Instance> instance(ServiceName service) {
    return running(service.processName())
        .map(
            container ->
                "http://%s:%d".formatted(container.address(), Ports.standard().of(service)))
        .map(url -> new Instance(service, URI.create(url)));
  }

  private Check database(String address) {
    DatabaseAccess access = new DatabaseAccess(address, 5432, secrets()::passwordOf);
    Setting here =
        new Setting(new ComposePlace(access.address()), setting().limits(), setting().clock());
    return new DatabaseCheck(access, site.repository(), here);
  }

  /** The broker sends its clients to the name that it has among the containers. */
  private Check broker(String address) {
    try {
      HostNames.ofThisJvm().put(BROKER, address);
      return new BrokerCheck(new KafkaAccess(BROKER + ":9092", secrets().kafkaLogin()), setting());
    } catch (RuntimeException e) {
      return new FailedCheck(new Subject("broker", BROKER, setting().place().logs(BROKER)), e);
    }
  }

  private ContainerSecrets secrets() {
    return new ContainerSecrets(site.repository().resolve(".backstep/secrets"));
  }

  private Optional<ContainerState> running(String service) {
    return there.stream()
        .filter(container -> container.service().equals(service))
        .filter(ContainerState::running)
        .filter(container -> !container.address().isEmpty())
        .findFirst();
  }

  private Setting setting() {
    return site.setting();
  }
}
