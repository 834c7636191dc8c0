package health.backstep.stack.doctor.site;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.doctor.machine.PortsCheck.Need;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The ports that a stack was started on or, if it was not, that it would be started on. */
record NeededPorts(List<RunningProcess> known) {

  List<Need> all() {
    return known.isEmpty()
        ? standard()
        : known.stream()
            .map(process -> new Need(process.name(), process.port(), owner(process)))
            .toList();
  }

  private static OptionalLong owner(RunningProcess process) {
    return process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
  }

  private static List<Need> standard() {
    Ports ports = Ports.standard();
    List<Need> needs = new ArrayList<>();
    needs.add(free(PostgresServer.NAME, ports.postgres()));
    needs.add(free(KafkaBroker.NAME, ports.kafka()));
    needs.add(free(KafkaBroker.NAME, ports.kafkaController()));
    for (ServiceName service : ServiceName.values()) {
      needs.add(free(service.processName(), ports.of(service)));
    }
    return needs;
  }

  private static Need free(String part, int port) {
    return new Need(part, port, OptionalLong.empty());
  }
}
