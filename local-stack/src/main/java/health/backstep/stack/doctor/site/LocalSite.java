package health.backstep.stack.doctor.site;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Setting;
import health.backstep.stack.doctor.broker.BrokerCheck;
import health.backstep.stack.doctor.database.DatabaseAccess;
import health.backstep.stack.doctor.database.DatabaseCheck;
import health.backstep.stack.doctor.machine.DiskCheck;
import health.backstep.stack.doctor.machine.JdkCheck;
import health.backstep.stack.doctor.machine.MemoryCheck;
import health.backstep.stack.doctor.machine.PortsCheck;
import health.backstep.stack.doctor.machine.ProcessesCheck;
import health.backstep.stack.doctor.machine.RunningCodeCheck;
import health.backstep.stack.doctor.service.Instance;
import health.backstep.stack.doctor.service.InstanceCheck;
import health.backstep.stack.doctor.service.JdksCheck;
import health.backstep.stack.doctor.service.Trust;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Part;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The stack of a data folder, whether it runs or not. */
public record LocalSite(DataFolder data, Path repository, Setting setting) implements Site {

  /** What a stack takes that is not running yet. */
  private static final long TO_START = 1_500L << 20;

  @Override
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(JdkCheck.ofThisJvm());
    checks.add(disk());
    List<RunningProcess> known = List.of();
    try {
      known = ProcessTable.at(data.processTable()).all();
      checks.addAll(of(known));
    } catch (RuntimeException e) {
      checks.add(new FailedCheck(processes(known).subject(), e));
    }
    if (Secrets.existIn(data.root())) {
      boolean running = known.stream().anyMatch(RunningProcess::isAlive);
      checks.addAll(new LocalKeys(data.root(), running, setting).checks());
    }
    return checks;
  }

  private List<Check> of(List<RunningProcess> known) {
    List<RunningProcess> alive = known.stream().filter(RunningProcess::isAlive).toList();
    List<Check> checks = new ArrayList<>();
    checks.add(
        new MemoryCheck(MemoryCheck.KERNEL, alive.isEmpty() ? TO_START : 0, setting.limits()));
    checks.add(new PortsCheck(new NeededPorts(known).all(), moved()));
    checks.add(processes(known));
    if (!alive.isEmpty()) {
      checks.addAll(ofServices(alive));
      alive.stream().flatMap(this::ofServer).forEach(checks::add);
    }
    return checks;
  }

  private List<Check> ofServices(List<RunningProcess> alive) {
    List<RunningProcess> services =
        alive.stream().filter(process -> process.part() == Part.SERVICE).toList();
    List<Instance> instances = services.stream().flatMap(LocalSite::instance).toList();
    List<Check> checks = new ArrayList<>();
    checks.add(new RunningCodeCheck(services, repository, setting.place()));
    instances.forEach(
        instance -> checks.add(new InstanceCheck(instance, Trust.ofJava(), false, setting)));
    checks.add(new JdksCheck(instances, Trust.ofJava(), setting));
    return checks;
  }

  private static Stream<Instance> instance(RunningProcess process) {
    return Arrays.stream(ServiceName.values())
        .filter(service -> service.processName().equals(process.name()))
        .map(service -> new Instance(service, URI.create(process.url())));
  }

  private Stream<Check> ofServer(RunningProcess process) {
    return switch (process.name()) {
      case PostgresServer.NAME -> Stream.of(database(process.port()));
      case KafkaBroker.NAME ->
          Stream.of(
              new BrokerCheck(KafkaAccess.open(KafkaBroker.addressOf(process.port())), setting));
      default -> Stream.empty();
    };
  }

  private Check database(int port) {
    DatabaseAccess access =
        new DatabaseAccess(
            LocalPort.HOST, port, role -> Secrets.keptIn(data.root()).password(role));
    return new DatabaseCheck(access, repository, setting);
  }

  private DiskCheck disk() {
    return new DiskCheck(
        data.root(),
        "du -xh --max-depth=2 %s | sort -h | tail".formatted(data.root()),
        setting.limits());
  }

  private ProcessesCheck processes(List<RunningProcess> known) {
    return new ProcessesCheck(data.root(), known, setting.place());
  }

  private String moved() {
    return "move the stack to other ports: ./backstep up --detach --port-offset 100";
  }
}
