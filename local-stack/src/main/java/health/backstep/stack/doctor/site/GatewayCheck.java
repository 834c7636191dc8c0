package health.backstep.stack.doctor.site;

import health.backstep.stack.doctor.Check;
import health.backstep.stack.doctor.Finding;
import health.backstep.stack.doctor.Subject;
import health.backstep.stack.doctor.machine.PortsCheck;
import health.backstep.stack.doctor.machine.PortsCheck.Need;
import health.backstep.stack.platform.LocalPort;
import java.util.List;
import java.util.OptionalLong;

/** Whether the one published port leads to the gateway, or is free for it. */
record GatewayCheck(int port, boolean running) implements Check {

  private static final String MOVED =
      "say another BACKSTEP_PORT in .env; then docker compose up -d --wait";

  @Override
  public Subject subject() {
    return new Subject("ports", "gateway", "docker compose port gateway 8080");
  }

  @Override
  public List<Finding> look() {
    if (!running) {
      return new PortsCheck(List.of(new Need("gateway", port, OptionalLong.empty())), MOVED).look();
    }
    return List.of(
        LocalPort.answers(port)
            ? subject().ok(port + " is the gateway's")
            : subject()
                .wrong(
                    "nobody answers on port %d of this machine".formatted(port),
                    "say the gateway's port, --compose=PORT; this shows it: " + subject().more()));
  }
}
